package dev.podium.local.stack;

/** Where a component is in its life. */
public enum ComponentState {
  WAITING("waiting"),
  STARTING("starting"),
  READY("ready"),
  NOT_READY("not ready"),
  ENDED("ended"),
  STOPPING("stopping"),
  STOPPED("stopped");

  private final String text;

  ComponentState(String text) {
    this.text = text;
  }

  /** For people. */
  public String text() {
    return text;
  }
}

package dev.podium.local.site;

/** A behaviour file is wrong; the message names the file and the place in it. */
public final class BehaviourException extends RuntimeException {

  BehaviourException(String message) {
    super(message);
  }

  BehaviourException(String message, Throwable cause) {
    super(message, cause);
  }
}

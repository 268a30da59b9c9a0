package dev.podium.local.stack;

import java.nio.file.Path;
import java.util.List;

/**
 * The stack at a moment.
 *
 * @param readyMillis from start to the moment when all was ready for the first time; null before
 * @param failure why it cannot start; null when it can
 */
public record StackStatus(
    Phase phase,
    Long readyMillis,
    String failure,
    int portOffset,
    Path data,
    boolean temporary,
    List<ComponentStatus> components,
    List<StackEvent> events) {

  /** Of the whole. */
  public enum Phase {
    STARTING,
    RUNNING,
    FAILED,
    STOPPING
  }

  /** Whether each component is ready, those aside that somebody has stopped. */
  public boolean allReady() {
    return phase == Phase.RUNNING
        && components.stream()
            .allMatch(
                component ->
                    component.state() == ComponentState.READY
                        || component.state() == ComponentState.STOPPED);
  }
}

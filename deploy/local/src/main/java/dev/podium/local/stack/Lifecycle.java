package dev.podium.local.stack;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** What is known of a component's life; told by its runner, read by everybody. */
final class Lifecycle {

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  /** Who has run as long as this starts again without the pauses of earlier failures. */
  private static final Duration SOUND = Duration.ofMinutes(1);

  private final InstantSource clock;
  private ComponentState state = ComponentState.WAITING;
  private String reason = "";
  private Instant launchedAt;
  private boolean wasReady;
  private int restarts;
  private int failuresInARow;

  Lifecycle(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * A moment of it.
   *
   * @param reason why it is not ready; empty when it is
   * @param launchedAt null before the first launch and when stopped
   * @param wasReady whether it ever was
   * @param failuresInARow ends that nobody asked for, since it last ran for long
   */
  record Moment(
      ComponentState state,
      String reason,
      Instant launchedAt,
      boolean wasReady,
      int restarts,
      int failuresInARow) {}

  synchronized Moment now() {
    return new Moment(state, reason, launchedAt, wasReady, restarts, failuresInARow);
  }

  synchronized void waiting(String what) {
    to(ComponentState.WAITING, what);
  }

  synchronized void launched() {
    launchedAt = clock.instant();
    to(ComponentState.STARTING, "");
  }

  /** What its readiness said; returns whether that changes its state. */
  synchronized boolean observed(Optional<String> whyNotReady) {
    ComponentState before = state;
    if (whyNotReady.isEmpty()) {
      wasReady = true;
      to(ComponentState.READY, "");
    } else if (state == ComponentState.STARTING) {
      reason = whyNotReady.get();
    } else {
      to(ComponentState.NOT_READY, whyNotReady.get());
    }
    return state != before;
  }

  /** It ended by itself; returns how long to wait before it is started again. */
  synchronized Duration ended(String how) {
    boolean sound = launchedAt != null && !launchedAt.plus(SOUND).isAfter(clock.instant());
    failuresInARow = sound ? 1 : failuresInARow + 1;
    restarts++;
    launchedAt = null;
    to(ComponentState.ENDED, how);
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failuresInARow - 1, 10));
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }

  synchronized void stopping() {
    to(ComponentState.STOPPING, "");
  }

  synchronized void stopped() {
    launchedAt = null;
    failuresInARow = 0;
    to(ComponentState.STOPPED, "");
  }

  private void to(ComponentState next, String why) {
    state = next;
    reason = why;
  }
}

package dev.podium.kit.drain;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Whether the service is going down. Whoever waits, waits here, so that a SIGTERM ends the wait at
 * once and not when its time is up.
 *
 * <p>It is the same one for as long as anybody has it: behind a proxy there would be a new one,
 * which nobody tells to end, when a start has failed and its beans are gone.
 */
@Singleton
public class Drain {

  // Before everything that closes clients.
  private static final int FIRST = 1;

  private final CountDownLatch draining = new CountDownLatch(1);

  /** Whether the service has been told to stop. */
  public boolean started() {
    return draining.getCount() == 0;
  }

  /**
   * Waits.
   *
   * @return whether the service was told to stop meanwhile
   */
  public boolean await(Duration time) {
    try {
      return draining.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** Ends all waits; the service's shutdown calls it. */
  public void begin() {
    draining.countDown();
  }

  void stop(@Observes @Priority(FIRST) ShutdownEvent event) {
    begin();
  }

  /** A start that fails is no shutdown, and all who wait hold up the end of the process. */
  @PreDestroy
  void destroyed() {
    begin();
  }
}

package dev.podium.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LifecycleTest {

  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final Lifecycle lifecycle = new Lifecycle(() -> now);

  @Test
  void becomesReadyOnce() {
    lifecycle.launched();

    boolean starting = lifecycle.observed(Optional.of("port closed"));
    boolean ready = lifecycle.observed(Optional.empty());
    boolean still = lifecycle.observed(Optional.empty());

    assertThat(List.of(starting, ready, still)).containsExactly(false, true, false);
    assertThat(lifecycle.now().wasReady()).isTrue();
    assertThat(lifecycle.now().reason()).isEmpty();
  }

  @Test
  void saysWhyItIsNotReadyAnyMore() {
    lifecycle.launched();
    lifecycle.observed(Optional.empty());

    boolean changed = lifecycle.observed(Optional.of("kafka is away"));

    assertThat(changed).isTrue();
    assertThat(lifecycle.now().state()).isEqualTo(ComponentState.NOT_READY);
    assertThat(lifecycle.now().reason()).isEqualTo("kafka is away");
  }

  @Test
  void pausesGrowWithFailuresInARow() {
    List<Duration> pauses = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      lifecycle.launched();
      pauses.add(lifecycle.ended("exit 1"));
    }

    assertThat(pauses)
        .extracting(Duration::toSeconds)
        .containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
    assertThat(lifecycle.now().restarts()).isEqualTo(7);
  }

  @Test
  void whoHasRunForLongStartsAgainAtOnce() {
    lifecycle.launched();
    lifecycle.ended("exit 1");
    lifecycle.ended("exit 1");
    lifecycle.launched();
    now = now.plusSeconds(60);

    Duration pause = lifecycle.ended("exit 137");

    assertThat(pause).isEqualTo(Duration.ofSeconds(1));
    assertThat(lifecycle.now().failuresInARow()).isEqualTo(1);
  }

  @Test
  void aDeliberateStopIsNoFailure() {
    lifecycle.launched();
    lifecycle.ended("exit 1");
    lifecycle.launched();

    lifecycle.stopping();
    lifecycle.stopped();

    assertThat(lifecycle.now().state()).isEqualTo(ComponentState.STOPPED);
    assertThat(lifecycle.now().launchedAt()).isNull();
    assertThat(lifecycle.now().failuresInARow()).isZero();
    assertThat(lifecycle.now().restarts()).isEqualTo(1);
  }
}

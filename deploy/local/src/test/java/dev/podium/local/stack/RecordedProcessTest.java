package dev.podium.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecordedProcessTest {

  @Test
  void knowsItsProcessAgain() {
    long pid = ProcessHandle.current().pid();

    RecordedProcess recorded = RecordedProcess.of("test", pid);

    assertThat(recorded.handle()).contains(ProcessHandle.current());
  }

  @Test
  void isNotFooledByALaterProcessWithItsPid() {
    RecordedProcess now = RecordedProcess.of("test", ProcessHandle.current().pid());

    RecordedProcess before = new RecordedProcess("test", now.pid(), now.startedAt() - 60_000);

    assertThat(before.handle()).isEmpty();
  }
}

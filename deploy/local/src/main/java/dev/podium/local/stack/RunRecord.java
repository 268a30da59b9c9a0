package dev.podium.local.stack;

import java.nio.file.Path;
import java.util.List;

/**
 * What is written down about a run.
 *
 * @param controlPort where the supervisor listens
 * @param token what a caller must know
 * @param temporaryData what goes with the run; null when the state is kept
 */
record RunRecord(
    RecordedProcess supervisor,
    int controlPort,
    String token,
    Path temporaryData,
    List<RecordedProcess> processes) {

  RunRecord {
    processes = List.copyOf(processes);
  }

  RunRecord with(List<RecordedProcess> running) {
    return new RunRecord(supervisor, controlPort, token, temporaryData, running);
  }
}

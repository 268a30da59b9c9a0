package dev.podium.ingest.archive;

import java.time.Instant;

/** A body that retention has dropped; what is known of its revisions is still there. */
public final class DroppedBodyException extends RuntimeException {

  private static final long serialVersionUID = 1;

  DroppedBodyException(Instant droppedAt) {
    super(
        "its body was dropped at "
            + droppedAt
            + ", as it was superseded for longer than ingest.archive.retention; its facts stay");
  }
}

package dev.podium.ingest.source;

import java.util.List;

/** Source files that cannot be taken; the message names file, line and key of each mistake. */
public final class InvalidSourceException extends RuntimeException {

  private static final long serialVersionUID = 1;

  InvalidSourceException(List<String> problems) {
    super("invalid source files:\n  " + String.join("\n  ", problems));
  }
}

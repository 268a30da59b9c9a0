package dev.podium.gateway.export;

import java.util.OptionalLong;

/** Who may export how much. */
@FunctionalInterface
public interface ExportLimit {

  /**
   * How many exchanges the caller of the current request may export at once; empty for all. A
   * search that finds more is refused before it begins.
   */
  OptionalLong exchanges();
}

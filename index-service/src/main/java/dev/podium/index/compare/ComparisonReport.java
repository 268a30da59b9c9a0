package dev.podium.index.compare;

import dev.podium.contracts.event.UtcMillis;
import java.time.Instant;
import java.util.List;

/**
 * How one generation compares with the one that it is to replace, briefing by briefing, each after
 * the same records.
 *
 * @param equal briefings whose documents are the same; one without its mark is none
 * @param more briefings of which the new one has all documents, and others too
 * @param missing briefings that only the old one has
 * @param different all other briefings
 * @param examples ids of some that are missing or different
 */
public record ComparisonReport(
    @UtcMillis Instant at,
    Side from,
    Side to,
    long equal,
    long more,
    long missing,
    long different,
    List<String> examples) {

  public ComparisonReport {
    examples = List.copyOf(examples);
  }

  /**
   * What a generation holds.
   *
   * @param checksum of the checksums of all briefings, in hexadecimal
   */
  public record Side(
      int generation, long briefings, long exchanges, long history, String checksum) {

    @Override
    public String toString() {
      return "generation %d: %d briefings, %d exchanges, %d of history, checksum %s"
          .formatted(generation, briefings, exchanges, history, checksum);
    }
  }

  /** Whether readers lose nothing if the new one serves. */
  public boolean passed() {
    return missing == 0 && different == 0;
  }

  @Override
  public String toString() {
    return "%s; %s; equal %d, more %d, missing %d, different %d%s"
        .formatted(
            from, to, equal, more, missing, different, examples.isEmpty() ? "" : " " + examples);
  }
}

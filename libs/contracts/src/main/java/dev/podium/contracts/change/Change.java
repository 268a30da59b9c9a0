package dev.podium.contracts.change;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Exchange;
import dev.podium.contracts.event.UtcMillis;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * One change of one exchange, or of a briefing itself: the value of {@code briefing.changes.v1}.
 *
 * @param id see {@link dev.podium.contracts.identity.ChangeIds}; by it a reader drops repeats
 * @param recordedAt the Kafka timestamp of the briefing record, the same after a rebuild
 * @param exchangeId null means the briefing itself
 * @param previousId the id of the exchange before it was reworded, or null
 * @param fromVersion the briefing's version before; 0 where there was none
 * @param toVersion the briefing's version after
 * @param changed field paths such as {@code answer.text}
 * @param before the exchange before, or null
 * @param after the exchange after, or null
 * @param diff which words differ, for each text that does; empty in records of older releases
 */
public record Change(
    String id,
    Kind kind,
    Cause cause,
    @UtcMillis Instant recordedAt,
    BriefingRef briefing,
    String exchangeId,
    String previousId,
    long fromVersion,
    long toVersion,
    List<String> changed,
    Exchange before,
    Exchange after,
    List<TextDiff> diff) {

  public Change {
    changed = changed == null ? List.of() : List.copyOf(changed);
    diff = diff == null ? List.of() : List.copyOf(diff);
  }

  /** What happened. */
  public enum Kind {
    @JsonProperty("added")
    ADDED("added"),
    @JsonProperty("edited")
    EDITED("edited"),
    @JsonProperty("reworded")
    REWORDED("reworded"),
    @JsonProperty("withdrawn")
    WITHDRAWN("withdrawn"),
    @JsonProperty("restored")
    RESTORED("restored"),
    @JsonProperty("gone")
    GONE("gone"),
    @JsonProperty("returned")
    RETURNED("returned"),
    @JsonProperty("erased")
    ERASED("erased");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    /** The word in JSON and in ids. */
    public String code() {
      return code;
    }
  }

  /** Why: only {@code source} means that the publisher did something. */
  public enum Cause {
    @JsonProperty("source")
    SOURCE,
    @JsonProperty("parser")
    PARSER,
    @JsonProperty("backfill")
    BACKFILL
  }

  /**
   * The briefing, in short.
   *
   * @param link the address that was really fetched
   * @param series null in records of older releases
   * @param spokespersons those named as holding the briefing; empty in records of older releases
   */
  public record BriefingRef(
      String id,
      String url,
      String link,
      String source,
      String organisation,
      String language,
      String title,
      LocalDate date,
      String series,
      List<Briefing.Spokesperson> spokespersons) {

    public BriefingRef {
      spokespersons = spokespersons == null ? List.of() : List.copyOf(spokespersons);
    }
  }
}

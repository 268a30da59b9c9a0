package dev.podium.ingest.source;

import java.time.Instant;
import java.util.Locale;

/**
 * A source as it stands: what its file declares, or what was declared over REST instead, and
 * whether it was paused or deleted.
 *
 * @param declaration in YAML, or in JSON, which is YAML too
 * @param overrides whether it was declared over REST in place of a file
 * @param version of the last change over REST; 0 where there is none
 * @param changedBy the address that it came from, or null
 * @param changedAt when that was, or null
 * @param flaw why its declaration over REST cannot be read, or null; the source is the last that
 *     could be
 */
public record KnownSource(
    Source source,
    String declaration,
    Origin origin,
    boolean overrides,
    State state,
    long version,
    String changedBy,
    Instant changedAt,
    String flaw) {

  /** Where a source is declared. */
  public enum Origin {
    /** In a file that came with the service. */
    SHIPPED,
    /** In the folder of extra sources. */
    FOLDER,
    /** Over REST. */
    REST;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What was decided about a source. */
  public enum State {
    ACTIVE,
    /** Known, and not fetched. */
    PAUSED,
    /** Known to its archived pages alone. */
    DELETED;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /** A source of a file, as long as nobody changed anything about it. */
  static KnownSource ofFile(Source source, String declaration) {
    Origin origin = source.shipped() ? Origin.SHIPPED : Origin.FOLDER;
    return new KnownSource(source, declaration, origin, false, State.ACTIVE, 0, null, null, null);
  }

  /** A source of a file whose fetching was paused or ended. */
  KnownSource changed(SourceOverride change) {
    return of(change, source, declaration, origin, false, null);
  }

  /**
   * A source that was declared over REST.
   *
   * @param overrides whether a file declares it too
   * @param flaw why the declaration cannot be read, or null
   */
  static KnownSource declared(
      SourceOverride change, Source source, boolean overrides, String flaw) {
    return of(change, source, change.declaration(), Origin.REST, overrides, flaw);
  }

  private static KnownSource of(
      SourceOverride change,
      Source source,
      String declaration,
      Origin origin,
      boolean overrides,
      String flaw) {
    return new KnownSource(
        source,
        declaration,
        origin,
        overrides,
        change.state(),
        change.version(),
        change.changedBy(),
        change.changedAt(),
        flaw);
  }

  public boolean paused() {
    return state == State.PAUSED;
  }

  public boolean deleted() {
    return state == State.DELETED;
  }

  String etag() {
    return "\"" + version + '"';
  }

  /** Whether its pages are fetched. */
  boolean fetched(boolean live) {
    return state == State.ACTIVE && mayBeFetched(live);
  }

  /** Whether its pages are fetched once nobody pauses it. */
  boolean mayBeFetched(boolean live) {
    return flaw == null && (live || !source.shipped());
  }

  /** Why its pages are fetched, or are not. */
  String reason(boolean live) {
    if (state != State.ACTIVE) {
      return state.code() + " over REST at " + changedAt;
    }
    if (flaw != null) {
      return "its declaration over REST cannot be read: " + flaw;
    }
    return switch (origin) {
      case REST -> "declared over REST";
      case FOLDER -> "declared in the folder of extra sources";
      case SHIPPED ->
          live
              ? "fetching from the real sites is switched on (INGEST_LIVE)"
              : "fetching from the real sites is not switched on (INGEST_LIVE)";
    };
  }
}

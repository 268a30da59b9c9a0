package dev.podium.index.bulk;

/** A document to write, or to delete. */
public final class BulkItem {

  // The action line that goes before the document, roughly.
  private static final int OVERHEAD = 150;

  // An alias: see Generation.
  private final String index;
  private final String id;
  private final Long version;
  private final Seen seen;
  private final byte[] source;
  private final Action action;

  /** What is done. */
  enum Action {
    CREATE,
    PUT,
    REPLACE,
    IF_STILL,
    DELETE
  }

  private BulkItem(Action action, String index, String id, Long version, Seen seen, byte[] source) {
    this.action = action;
    this.index = index;
    this.id = id;
    this.version = version;
    this.seen = seen;
    this.source = source;
  }

  /**
   * Writes if there is no document yet; one that is there stays.
   *
   * @param source JSON; not copied, and not to be changed
   */
  public static BulkItem create(String index, String id, byte[] source) {
    return new BulkItem(Action.CREATE, index, id, null, null, source);
  }

  /**
   * Writes unless there is a higher version.
   *
   * @param source JSON; not copied, and not to be changed
   */
  public static BulkItem put(String index, String id, long version, byte[] source) {
    return new BulkItem(Action.PUT, index, id, version, null, source);
  }

  /**
   * Writes whatever is there, in an index whose documents have no versions of ours.
   *
   * @param source JSON; not copied, and not to be changed
   */
  public static BulkItem replace(String index, String id, byte[] source) {
    return new BulkItem(Action.REPLACE, index, id, null, null, source);
  }

  /**
   * Writes if the document is as it was read.
   *
   * @param seen null where it was not there
   * @param source JSON; not copied, and not to be changed
   */
  public static BulkItem ifStill(String index, String id, Seen seen, byte[] source) {
    return new BulkItem(Action.IF_STILL, index, id, null, seen, source);
  }

  /**
   * Deletes, if it is there.
   *
   * @param version external, or null in an index whose documents have none of ours
   */
  public static BulkItem delete(String index, String id, Long version) {
    return new BulkItem(Action.DELETE, index, id, version, null, new byte[0]);
  }

  Action action() {
    return action;
  }

  /** The index, or the alias that it is written by. */
  public String index() {
    return index;
  }

  String id() {
    return id;
  }

  /** The external version, or null. */
  Long version() {
    return version;
  }

  /** What has to be there; null where nothing may be, or where that does not matter. */
  Seen seen() {
    return seen;
  }

  byte[] source() {
    return source;
  }

  /** What it adds to a request, in bytes. */
  int size() {
    return source.length + OVERHEAD;
  }
}

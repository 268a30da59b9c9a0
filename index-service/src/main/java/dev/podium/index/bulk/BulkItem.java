package dev.podium.index.bulk;

/** A document to write. */
public final class BulkItem {

  // The action line that goes before the document, roughly.
  private static final int OVERHEAD = 150;

  // An alias: see Generation.
  private final String index;
  private final String id;
  private final Long version;
  private final byte[] source;

  private BulkItem(String index, String id, Long version, byte[] source) {
    this.index = index;
    this.id = id;
    this.version = version;
    this.source = source;
  }

  /**
   * Writes if there is no document yet; one that is there stays.
   *
   * @param source JSON; not copied, and not to be changed
   */
  public static BulkItem create(String index, String id, byte[] source) {
    return new BulkItem(index, id, null, source);
  }

  /**
   * Writes unless there is a higher version.
   *
   * @param source JSON; not copied, and not to be changed
   */
  public static BulkItem put(String index, String id, long version, byte[] source) {
    return new BulkItem(index, id, version, source);
  }

  String index() {
    return index;
  }

  String id() {
    return id;
  }

  /** The external version; null to create. */
  Long version() {
    return version;
  }

  byte[] source() {
    return source;
  }

  /** What it adds to a request, in bytes. */
  int size() {
    return source.length + OVERHEAD;
  }
}

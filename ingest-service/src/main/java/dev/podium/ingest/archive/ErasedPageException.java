package dev.podium.ingest.archive;

/** A page that was erased on demand, and is taken no more. */
public final class ErasedPageException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String erasure;

  ErasedPageException(String url, String erasure) {
    super(url + " was erased on demand: " + erasure);
    this.erasure = erasure;
  }

  /** The id of the erasure. */
  public String erasure() {
    return erasure;
  }
}

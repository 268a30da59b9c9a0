package dev.podium.ingest.archive;

/** A page belongs to one source, and this one belongs to another. */
public final class ForeignPageException extends RuntimeException {

  private static final long serialVersionUID = 1;

  ForeignPageException(String url, String owner, String other) {
    super(url + " belongs to source " + owner + ", not to " + other);
  }
}

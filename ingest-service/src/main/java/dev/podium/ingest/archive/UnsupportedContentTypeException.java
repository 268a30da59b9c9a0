package dev.podium.ingest.archive;

/** A content type that pages cannot have. */
public final class UnsupportedContentTypeException extends RuntimeException {

  private static final long serialVersionUID = 1;
  private static final int SHOWN = 100;

  UnsupportedContentTypeException(String value) {
    super(
        (value.isEmpty() ? "there is no Content-Type" : "the Content-Type is " + shown(value))
            + "; accepted are "
            + String.join(", ", ContentType.ACCEPTED));
  }

  private static String shown(String value) {
    return value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "...";
  }
}

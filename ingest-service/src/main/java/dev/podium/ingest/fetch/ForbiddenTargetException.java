package dev.podium.ingest.fetch;

/** An address that is never fetched; the message says why. */
final class ForbiddenTargetException extends RuntimeException {

  private static final long serialVersionUID = 1;

  ForbiddenTargetException(String message) {
    super(message);
  }
}

package dev.podium.ingest.publish;

/** The source of a page is known no longer, so that its facts cannot be told. */
final class SourceMissingException extends RuntimeException {

  private static final long serialVersionUID = 1;

  SourceMissingException(String page) {
    super("the source of page " + page + " is not known; its file is missing");
  }
}

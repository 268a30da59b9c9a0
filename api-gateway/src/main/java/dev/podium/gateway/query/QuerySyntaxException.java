package dev.podium.gateway.query;

/** A search that cannot be read. */
public final class QuerySyntaxException extends Exception {

  private static final long serialVersionUID = 1;

  private final int position;

  QuerySyntaxException(String message, int position) {
    super(message);
    this.position = position;
  }

  /** The first code point that is wrong, from 0. */
  public int position() {
    return position;
  }
}

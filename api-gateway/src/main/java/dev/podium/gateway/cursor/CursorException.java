package dev.podium.gateway.cursor;

/** A cursor that cannot be followed; the message says why and what helps. */
public final class CursorException extends Exception {

  private static final long serialVersionUID = 1;

  CursorException(String message) {
    super(message);
  }
}

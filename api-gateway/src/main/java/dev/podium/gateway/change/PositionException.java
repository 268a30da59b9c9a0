package dev.podium.gateway.change;

/** A position that cannot be read; the message says why. */
public final class PositionException extends Exception {

  private static final long serialVersionUID = 1;

  PositionException(String message) {
    super(message);
  }
}

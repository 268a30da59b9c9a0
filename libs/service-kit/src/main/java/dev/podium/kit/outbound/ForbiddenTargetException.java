package dev.podium.kit.outbound;

/** An address that is never connected to; the message says why. */
public final class ForbiddenTargetException extends RuntimeException {

  private static final long serialVersionUID = 1;

  ForbiddenTargetException(String message) {
    super(message);
  }
}

package dev.podium.gateway.change;

/** The changes cannot be read now, which passes; the message says why. */
public final class ChangesUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1;

  ChangesUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}

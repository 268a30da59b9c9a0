package dev.podium.contracts.event;

/** A record that does not keep to the contract; the message says what is wrong and where. */
public final class MalformedEventException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public MalformedEventException(String message) {
    super(message);
  }

  public MalformedEventException(String message, Throwable cause) {
    super(message, cause);
  }
}

package dev.podium.parse.yaml;

/** A dialect or registry file is wrong; the message names file, line and key. */
public final class InvalidDeclarationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public InvalidDeclarationException(String message) {
    super(message);
  }

  public InvalidDeclarationException(String message, Throwable cause) {
    super(message, cause);
  }
}

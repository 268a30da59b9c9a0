package dev.podium.index.schema;

/** The indices cannot be read or made as they should be; the message says what is in the way. */
public final class SchemaException extends RuntimeException {

  private static final long serialVersionUID = 1;

  SchemaException(String message) {
    super(message);
  }

  SchemaException(String message, Throwable cause) {
    super(message, cause);
  }
}

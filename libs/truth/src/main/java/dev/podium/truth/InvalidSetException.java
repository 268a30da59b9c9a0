package dev.podium.truth;

/** A folder of pages, or what stands beside them, is not as it should be; says where. */
public final class InvalidSetException extends RuntimeException {

  public InvalidSetException(String message) {
    super(message);
  }

  InvalidSetException(String message, Throwable cause) {
    super(message, cause);
  }
}

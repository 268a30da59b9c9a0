package dev.podium.bench.accuracy;

/** A file is no run that another can be compared with; says why. */
final class InvalidRunException extends RuntimeException {

  InvalidRunException(String message) {
    super(message);
  }

  InvalidRunException(String message, Throwable cause) {
    super(message, cause);
  }
}

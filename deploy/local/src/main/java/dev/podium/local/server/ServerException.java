package dev.podium.local.server;

/** A server cannot be prepared, started or reached; the message is written for the user. */
public final class ServerException extends RuntimeException {

  public ServerException(String message) {
    super(message);
  }

  public ServerException(String message, Throwable cause) {
    super(message, cause);
  }
}

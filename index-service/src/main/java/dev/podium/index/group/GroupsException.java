package dev.podium.index.group;

/** Kafka does not tell about consumer groups; the message says why. */
public final class GroupsException extends RuntimeException {

  private static final long serialVersionUID = 1;

  GroupsException(String message, Throwable cause) {
    super(message, cause);
  }
}

package dev.podium.kit.record;

/** Kafka did not acknowledge a record. */
public final class PublishingException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final boolean permanent;

  public PublishingException(String message, boolean permanent, Throwable cause) {
    super(message, cause);
    this.permanent = permanent;
  }

  /** Whether the record itself is at fault, so that trying again cannot help. */
  public boolean permanent() {
    return permanent;
  }
}

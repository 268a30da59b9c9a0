package dev.podium.gateway.access;

import java.util.Optional;

/** A kind of credential. The first check that takes one decides. */
public interface CredentialCheck {

  /** Whether the credential has the form that this check knows; at once. */
  boolean takes(String credential);

  /** The caller, where that is known without waiting for anything. */
  Optional<Caller> known(String credential);

  /**
   * The caller; may wait.
   *
   * @throws CredentialException if it is not valid, or cannot be checked now
   */
  Caller check(String credential) throws CredentialException;

  /** Whether what a caller was let in with is known to be over, revoked or expired; at once. */
  default boolean isOver(Caller caller) {
    return false;
  }
}

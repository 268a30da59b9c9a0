package dev.podium.gateway.key;

import dev.podium.gateway.access.Caller;
import dev.podium.gateway.access.CredentialCheck;
import dev.podium.gateway.access.CredentialException;
import dev.podium.gateway.access.Scope;
import dev.podium.gateway.database.Database;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.MessageDigest;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The key that others are made with: the configured one, which works without the database too;
 * where none is, one that is made and told once. Of the configured one only the hash is in memory.
 */
@ApplicationScoped
@Priority(10)
class AdminKey implements CredentialCheck {

  private static final Logger LOG = Logger.getLogger(AdminKey.class);
  private static final Caller ADMIN =
      new Caller("key:configured", "the configured admin key", Scope.ADMIN);

  private final Keys keys;
  private final Optional<byte[]> hash;

  AdminKey(Keys keys, KeySettings settings) {
    this.keys = keys;
    this.hash = settings.adminKey().map(KeyText::hash);
  }

  @Override
  public boolean takes(String credential) {
    return hash.isPresent() && MessageDigest.isEqual(hash.get(), KeyText.hash(credential));
  }

  @Override
  public Optional<Caller> known(String credential) {
    return Optional.of(ADMIN);
  }

  @Override
  public Caller check(String credential) throws CredentialException {
    return ADMIN;
  }

  void begin(@Observes Database.Ready ready) {
    if (hash.isEmpty()) {
      keys.makeFirst()
          .ifPresent(
              made ->
                  LOG.warnf(
                      "There was no key with the scope admin, so one was made. It is told only here,"
                          + " keep it: %s",
                      made.key()));
    }
  }
}

package dev.podium.kit.credential;

import dev.podium.kit.problem.Problem;
import dev.podium.kit.problem.ProblemResponses;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * Lets in whoever shows the credential. For the services behind the gateway; the gateway itself,
 * which has doors of its own, leaves it out.
 */
@ApplicationScoped
class CredentialDoor {

  private static final Logger LOG = Logger.getLogger(CredentialDoor.class);
  private static final int BEFORE_ROUTES = 900;

  /** What a platform asks that knows no secret. */
  private static final Pattern OPEN = Pattern.compile("/q/(metrics|health(/.*)?)");

  private static final Problem REFUSED =
      Problem.of(
          403,
          "not-the-gateway",
          "this service answers the gateway only: send the request there, or show the credential"
              + " that podium.service.credential sets, in the header "
              + ServiceCredential.HEADER);

  private final Optional<byte[]> credential;

  CredentialDoor(ServiceCredential settings) {
    credential = settings.credential().map(CredentialDoor::bytes);
  }

  void register(@Observes Filters filters) {
    if (credential.isPresent()) {
      filters.register(this::decide, BEFORE_ROUTES);
    } else {
      LOG.info("podium.service.credential is not set: whoever reaches this service may call it");
    }
  }

  private void decide(RoutingContext context) {
    String shown = context.request().getHeader(ServiceCredential.HEADER);
    if (admits(context.normalizedPath(), shown)) {
      context.next();
    } else {
      ProblemResponses.end(context.response(), REFUSED);
    }
  }

  /** Whether a request to a path may go on; null where nothing is shown. */
  boolean admits(String path, String shown) {
    return credential.isEmpty()
        || OPEN.matcher(path).matches()
        // In a time that does not tell how much of it is right.
        || (shown != null && MessageDigest.isEqual(credential.get(), bytes(shown)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

package dev.podium.gateway.key;

import com.fasterxml.jackson.databind.JsonNode;
import dev.podium.gateway.access.Scope;
import dev.podium.gateway.parameter.JsonFields;
import dev.podium.kit.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The key that is wanted.
 *
 * @param name for people
 * @param expiresAt null where it does not expire
 */
record KeyRequest(String name, List<Scope> scopes, Instant expiresAt) {

  private static final String NAME = "name";
  private static final String SCOPES = "scopes";
  private static final String EXPIRES_AT = "expiresAt";
  private static final int NAME_LENGTH = 100;

  /** The last that has a year of four digits; the database knows none that are much later. */
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  /**
   * Reads a request's body.
   *
   * @throws ProblemException with 400 that names all that is wrong
   */
  static KeyRequest read(byte[] body) {
    JsonFields fields = new JsonFields(body, List.of(EXPIRES_AT, NAME, SCOPES));
    KeyRequest request =
        new KeyRequest(fields.needed(NAME, NAME_LENGTH, false), scopes(fields), expiresAt(fields));
    fields.check();
    return request;
  }

  private static List<Scope> scopes(JsonFields fields) {
    JsonNode given = fields.get(SCOPES);
    List<Scope> scopes = new ArrayList<>();
    for (JsonNode item : given) {
      Optional<Scope> scope = item.isTextual() ? Scope.of(item.textValue()) : Optional.empty();
      scope.ifPresentOrElse(
          scopes::add, () -> fields.wrong(SCOPES, "are read, write and admin, not " + shown(item)));
    }
    if (!given.isArray() || given.isEmpty()) {
      fields.wrong(SCOPES, "are needed: a list of read, write or admin");
    }
    return scopes;
  }

  private static Instant expiresAt(JsonFields fields) {
    JsonNode given = fields.get(EXPIRES_AT);
    if (given.isMissingNode() || given.isNull()) {
      return null;
    }
    try {
      Instant time = OffsetDateTime.parse(given.asText()).toInstant();
      if (!time.isAfter(Instant.now())) {
        fields.wrong(EXPIRES_AT, "is past");
      } else if (time.isAfter(LATEST)) {
        fields.wrong(EXPIRES_AT, "is after the year 9999");
      }
      return time;
    } catch (DateTimeException e) {
      fields.wrong(EXPIRES_AT, "is not like 2027-03-01T08:30:00Z, but " + shown(given));
      return null;
    }
  }

  private static String shown(JsonNode value) {
    return JsonFields.shown(value.toString());
  }
}

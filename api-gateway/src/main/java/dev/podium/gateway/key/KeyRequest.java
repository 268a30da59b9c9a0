package dev.podium.gateway.key;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.podium.gateway.access.Scope;
import dev.podium.kit.problem.Problem;
import dev.podium.kit.problem.ProblemException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The key that is wanted.
 *
 * @param expiresAt null where it does not expire
 */
record KeyRequest(String name, List<Scope> scopes, Instant expiresAt) {

  private static final Set<String> FIELDS = new TreeSet<>(Set.of("name", "scopes", "expiresAt"));
  private static final Pattern NAME = Pattern.compile("\\P{Cntrl}{1,100}");
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /**
   * Reads a request's body.
   *
   * @throws ProblemException with 400 that names all that is wrong
   */
  static KeyRequest read(byte[] body) {
    return new Reader(tree(body)).read();
  }

  private static JsonNode tree(byte[] body) {
    try {
      JsonNode tree = JSON.readTree(body);
      if (tree != null && tree.isObject()) {
        return tree;
      }
      throw ProblemException.badRequest("bad-json", "the body is no JSON object");
    } catch (JsonProcessingException e) {
      throw ProblemException.badRequest(
          "bad-json",
          "the body is no JSON: line %d, column %d: %s"
              .formatted(
                  e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
                  e.getLocation() == null ? 1 : e.getLocation().getColumnNr(),
                  e.getOriginalMessage()));
    } catch (IOException e) {
      throw ProblemException.badRequest("bad-json", "the body is no JSON");
    }
  }

  /** Collects what is wrong. */
  private static final class Reader {

    private final JsonNode body;
    private final List<Problem.Violation> wrong = new ArrayList<>();

    Reader(JsonNode body) {
      this.body = body;
    }

    KeyRequest read() {
      body.fieldNames()
          .forEachRemaining(
              field -> {
                if (!FIELDS.contains(field)) {
                  wrong(field, "there is no such field; a key has " + String.join(", ", FIELDS));
                }
              });
      KeyRequest request = new KeyRequest(name(), scopes(), expiresAt());
      if (!wrong.isEmpty()) {
        throw ProblemException.badRequest("the key that is wanted is not well described", wrong);
      }
      return request;
    }

    private void wrong(String field, String detail) {
      wrong.add(new Problem.Violation(field, detail));
    }

    private String name() {
      String name = body.path("name").isTextual() ? body.path("name").textValue().strip() : "";
      if (!NAME.matcher(name).matches()) {
        wrong("name", "is needed: 1 to 100 characters on one line, for people");
      }
      return name;
    }

    private List<Scope> scopes() {
      List<Scope> scopes = new ArrayList<>();
      for (JsonNode item : body.path("scopes")) {
        Optional<Scope> scope = item.isTextual() ? Scope.of(item.textValue()) : Optional.empty();
        scope.ifPresentOrElse(
            scopes::add, () -> wrong("scopes", "are read, write and admin, not " + shown(item)));
      }
      if (!body.path("scopes").isArray() || body.path("scopes").isEmpty()) {
        wrong("scopes", "are needed: a list of read, write or admin");
      }
      return scopes;
    }

    private static String shown(JsonNode item) {
      String text = item.toString();
      return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    private Instant expiresAt() {
      JsonNode given = body.path("expiresAt");
      if (given.isMissingNode() || given.isNull()) {
        return null;
      }
      try {
        Instant time = OffsetDateTime.parse(given.asText()).toInstant();
        if (!time.isAfter(Instant.now())) {
          wrong("expiresAt", "is past");
        }
        return time;
      } catch (DateTimeException e) {
        wrong("expiresAt", "is not like 2027-03-01T08:30:00Z, but " + shown(given));
        return null;
      }
    }
  }
}

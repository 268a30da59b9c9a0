package dev.podium.gateway.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.podium.contracts.event.EventJson;
import dev.podium.kit.problem.Problem;
import dev.podium.kit.problem.ProblemException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a caller says of an alert; what is not said is null.
 *
 * @param query the parameters of a search
 */
record AlertDraft(
    String name,
    Map<String, List<String>> query,
    List<String> events,
    List<String> causes,
    String url,
    WebhookSecret secret,
    Boolean enabled) {

  static final List<String> EVENTS =
      List.of("added", "edited", "reworded", "withdrawn", "restored", "gone", "returned");
  static final List<String> USUAL_EVENTS =
      List.of("added", "edited", "reworded", "withdrawn", "restored");
  static final List<String> CAUSES = List.of("source", "parser", "backfill");
  static final List<String> USUAL_CAUSES = List.of("source");

  private static final int NAME_LENGTH = 200;
  private static final int URL_LENGTH = 2048;
  private static final Set<String> FIELDS =
      Set.of("name", "query", "events", "causes", "url", "secret", "enabled");

  /**
   * Reads a body.
   *
   * @throws ProblemException naming all that is wrong
   */
  static AlertDraft read(byte[] body) {
    return new Reader(json(body)).read();
  }

  private static JsonNode json(byte[] body) {
    try {
      JsonNode json = EventJson.MAPPER.readTree(body);
      if (json != null && json.isObject()) {
        return json;
      }
    } catch (JsonProcessingException e) {
      throw ProblemException.badRequest(
          "invalid-json", "the body is no JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw ProblemException.badRequest("invalid-json", "the body is no JSON");
    }
    throw ProblemException.badRequest("invalid-json", "the body is no JSON object");
  }

  private static final class Reader {

    private final JsonNode json;
    private final List<Problem.Violation> wrong = new ArrayList<>();

    Reader(JsonNode json) {
      this.json = json;
    }

    AlertDraft read() {
      json.fieldNames()
          .forEachRemaining(
              name -> {
                if (!FIELDS.contains(name)) {
                  wrong(
                      shortened(name),
                      "there is no such field; an alert has " + String.join(", ", sorted(FIELDS)));
                }
              });
      AlertDraft draft =
          new AlertDraft(
              text("name", NAME_LENGTH),
              query(),
              words("events", EVENTS),
              words("causes", CAUSES),
              text("url", URL_LENGTH),
              secret(),
              enabled());
      if (!wrong.isEmpty()) {
        throw ProblemException.badRequest("the alert has wrong fields", wrong);
      }
      return draft;
    }

    private void wrong(String field, String detail) {
      wrong.add(new Problem.Violation(field, detail));
    }

    private String text(String field, int most) {
      JsonNode value = json.get(field);
      if (value == null) {
        return null;
      }
      String text = value.textValue();
      if (text == null || text.isBlank()) {
        wrong(field, "it is no text, or an empty one");
      } else if (text.length() > most) {
        wrong(field, "it has " + text.length() + " characters, more than " + most);
      } else if (text.codePoints().anyMatch(AlertDraft::isNoText)) {
        wrong(field, "it holds control characters or broken ones");
      }
      return text;
    }

    private List<String> words(String field, List<String> known) {
      JsonNode value = json.get(field);
      if (value == null) {
        return null;
      }
      List<String> words = new ArrayList<>();
      value.forEach(word -> words.add(word.asText()));
      if (!value.isArray() || words.isEmpty() || !known.containsAll(words)) {
        wrong(field, "it is no list of some of " + String.join(", ", known));
      }
      return words.stream().distinct().toList();
    }

    private Map<String, List<String>> query() {
      JsonNode value = json.get("query");
      if (value == null) {
        return null;
      }
      Map<String, List<String>> query = new LinkedHashMap<>();
      if (!value.isObject()) {
        wrong("query", "it is no object of the parameters of a search, such as {\"q\": \"corée\"}");
        return query;
      }
      value.properties().forEach(one -> query.put(one.getKey(), values(one)));
      return query;
    }

    private List<String> values(Map.Entry<String, JsonNode> parameter) {
      List<JsonNode> given = new ArrayList<>();
      if (parameter.getValue().isArray()) {
        parameter.getValue().forEach(given::add);
      } else {
        given.add(parameter.getValue());
      }
      if (!given.stream().allMatch(one -> one.isTextual() || one.isBoolean())) {
        wrong("query." + shortened(parameter.getKey()), "it is neither a text nor a list of texts");
      }
      return given.stream().map(JsonNode::asText).toList();
    }

    private WebhookSecret secret() {
      JsonNode value = json.get("secret");
      if (value == null) {
        return null;
      }
      try {
        return WebhookSecret.parse(value.asText());
      } catch (IllegalArgumentException e) {
        wrong("secret", e.getMessage());
        return null;
      }
    }

    private Boolean enabled() {
      JsonNode value = json.get("enabled");
      if (value == null) {
        return null;
      }
      if (!value.isBoolean()) {
        wrong("enabled", "it is neither true nor false");
      }
      return value.booleanValue();
    }
  }

  private static boolean isNoText(int codePoint) {
    return Character.isISOControl(codePoint)
        || codePoint == 0xFFFD
        || Character.getType(codePoint) == Character.SURROGATE;
  }

  private static String shortened(String name) {
    return name.length() <= 50 ? name : name.substring(0, 50) + '…';
  }

  private static List<String> sorted(Set<String> names) {
    return names.stream().sorted().toList();
  }
}

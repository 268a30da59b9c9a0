package dev.podium.gateway.alert;

import com.fasterxml.jackson.databind.JsonNode;
import dev.podium.gateway.parameter.JsonFields;
import dev.podium.kit.problem.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
  private static final List<String> FIELDS =
      List.of("causes", "enabled", "events", "name", "query", "secret", "url");

  /**
   * Reads a body.
   *
   * @throws ProblemException naming all that is wrong
   */
  static AlertDraft read(byte[] body) {
    return new Reader(new JsonFields(body, FIELDS)).read();
  }

  private record Reader(JsonFields fields) {

    AlertDraft read() {
      AlertDraft draft =
          new AlertDraft(
              text("name", NAME_LENGTH),
              query(),
              words("events", EVENTS),
              words("causes", CAUSES),
              text("url", URL_LENGTH),
              secret(),
              enabled());
      fields.check();
      return draft;
    }

    private String text(String field, int most) {
      return fields.has(field) ? fields.needed(field, most, false) : null;
    }

    private List<String> words(String field, List<String> known) {
      if (!fields.has(field)) {
        return null;
      }
      JsonNode value = fields.get(field);
      List<String> words = new ArrayList<>();
      value.forEach(word -> words.add(word.asText()));
      if (!value.isArray() || words.isEmpty() || !known.containsAll(words)) {
        fields.wrong(field, "is no list of some of " + String.join(", ", known));
      }
      return words.stream().distinct().toList();
    }

    private Map<String, List<String>> query() {
      if (!fields.has("query")) {
        return null;
      }
      JsonNode value = fields.get("query");
      if (!value.isObject()) {
        fields.wrong(
            "query", "is no object of the parameters of a search, such as {\"q\": \"corée\"}");
      }
      Map<String, List<String>> query = new LinkedHashMap<>();
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
        fields.wrong(
            "query." + JsonFields.shown(parameter.getKey()),
            "is neither a text nor a list of texts");
      }
      return given.stream().map(JsonNode::asText).toList();
    }

    private WebhookSecret secret() {
      if (!fields.has("secret")) {
        return null;
      }
      try {
        return WebhookSecret.parse(fields.get("secret").asText());
      } catch (IllegalArgumentException e) {
        fields.wrong("secret", e.getMessage());
        return null;
      }
    }

    private Boolean enabled() {
      if (!fields.has("enabled")) {
        return null;
      }
      JsonNode value = fields.get("enabled");
      if (!value.isBoolean()) {
        fields.wrong("enabled", "is neither true nor false");
      }
      return value.booleanValue();
    }
  }
}

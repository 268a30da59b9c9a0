package dev.podium.gateway.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.podium.contracts.change.Change;
import dev.podium.contracts.event.EventJson;
import dev.podium.gateway.route.ServiceClient;
import dev.podium.gateway.route.ServiceClients;
import dev.podium.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Reads changes that are older than the topic, which index-service finds again in the history of
 * the briefings.
 */
@ApplicationScoped
class PastChanges {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** So long a page may go on looking for what the filter wants. */
  private static final Duration LOOKING = Duration.ofSeconds(5);

  private final ServiceClient service;

  PastChanges(ServiceClients services) {
    service = services.index();
  }

  /**
   * Reads a page.
   *
   * @param until the time from which on the topic has all
   * @return where the next place is null, all until then has been read
   * @throws ChangesUnavailableException if index-service does not answer
   */
  Found read(Place.Past from, Instant until, Predicate<ChangeFacts> filter, int size) {
    Instant begun = Instant.now();
    List<RawValue> items = new ArrayList<>();
    String cursor = from.cursor();
    do {
      JsonNode answer = ask(from.since(), until, cursor, size);
      for (JsonNode one : answer.required("changes")) {
        if (filter.test(facts(one))) {
          items.add(new RawValue(one.toString()));
        }
      }
      JsonNode next = answer.path("next");
      if (!next.isTextual()) {
        return new Found(items, true, null);
      }
      cursor = next.textValue();
    } while (items.isEmpty() && Instant.now().isBefore(begun.plus(LOOKING)));
    return new Found(items, true, new Place.Past(from.since(), cursor));
  }

  private static ChangeFacts facts(JsonNode change) {
    try {
      return ChangeFacts.of(EventJson.MAPPER.treeToValue(change, Change.class));
    } catch (JsonProcessingException e) {
      throw broken(e);
    }
  }

  private JsonNode ask(Instant since, Instant until, String cursor, int size) {
    String query =
        "?since="
            + EventJson.utcMillis(since)
            + "&until="
            + EventJson.utcMillis(until)
            + "&size="
            + size
            + (cursor == null
                ? ""
                : "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8));
    try {
      HttpResponse<byte[]> answer =
          service.send(
              service.request("/v1/changes" + query).timeout(PATIENCE), BodyHandlers.ofByteArray());
      JsonNode json = EventJson.MAPPER.readTree(answer.body());
      if (answer.statusCode() != 200 || !json.path("changes").isArray()) {
        throw new ChangesUnavailableException(
            "older changes cannot be read now: index-service answers with "
                + answer.statusCode()
                + ' '
                + json.path("detail").asText(),
            null);
      }
      return json;
    } catch (ProblemException e) {
      throw new ChangesUnavailableException(
          "older changes cannot be read now: " + e.getMessage(), e);
    } catch (IOException e) {
      throw broken(e);
    }
  }

  private static ChangesUnavailableException broken(IOException e) {
    return new ChangesUnavailableException(
        "older changes cannot be read now: index-service gives no changes", e);
  }
}

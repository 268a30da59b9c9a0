package dev.podium.gateway.erasure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podium.contracts.identity.CanonicalUrl;
import dev.podium.contracts.identity.PageIds;
import dev.podium.gateway.elastic.SearchIndex;
import dev.podium.gateway.http.Ids;
import dev.podium.kit.problem.Problem.Violation;
import dev.podium.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Completes demands by what only the index knows: the page of an exchange, and the exchanges of a
 * page, which are to answer 410 for ever.
 */
@ApplicationScoped
class Demands {

  private static final String PAGE = "page";
  private static final String EXCHANGE = "exchange";
  private static final List<String> BRIEFING_ID = List.of("briefing.id");
  private static final List<String> EXCHANGE_IDS = List.of("exchanges.id");

  private final SearchIndex index;
  private final ObjectMapper json;

  Demands(SearchIndex index, ObjectMapper json) {
    this.index = index;
    this.json = json;
  }

  /**
   * A demand as ingest-service takes it, which checks the rest.
   *
   * @param by whoever demands it
   * @throws ProblemException if it names neither a page nor an exchange, or one that is not there
   */
  ObjectNode complete(byte[] body, String by) {
    ObjectNode demand = read(body);
    demand.remove(List.of("exchanges", "by"));
    String exchange = text(demand, EXCHANGE);
    String page = text(demand, PAGE);
    if ((exchange == null) == (page == null)) {
      throw wrong(PAGE, "name a page or an exchange, and not both");
    }
    demand.put("by", by);
    if (exchange == null) {
      String id = pageId(page);
      demand.put(PAGE, id);
      demand.set("exchanges", json.valueToTree(exchangesOf(id)));
    } else {
      demand.put(PAGE, pageOf(exchange));
    }
    return demand;
  }

  private ObjectNode read(byte[] body) {
    try {
      if (json.readTree(body) instanceof ObjectNode demand) {
        return demand;
      }
    } catch (IOException e) {
      throw malformed(String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
    throw malformed("it is no object");
  }

  private static ProblemException malformed(String why) {
    return ProblemException.badRequest("bad-erasure", "the body is no demand in JSON: " + why);
  }

  private static String text(ObjectNode demand, String field) {
    JsonNode value = demand.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isTextual() || value.textValue().isBlank()) {
      throw wrong(field, "is no text");
    }
    return value.textValue();
  }

  private static ProblemException wrong(String field, String why) {
    return ProblemException.badRequest(
        "the demand is not complete", List.of(new Violation(field, why)));
  }

  private static String pageId(String page) {
    try {
      return Ids.isId(page) ? page : PageIds.of(CanonicalUrl.of(page));
    } catch (IllegalArgumentException e) {
      throw wrong(PAGE, "is neither an id nor an address: " + e.getMessage());
    }
  }

  private String pageOf(String exchange) {
    if (!Ids.isId(exchange)) {
      throw wrong(EXCHANGE, "is no id of an exchange");
    }
    return index
        .get(SearchIndex.EXCHANGES, exchange, BRIEFING_ID, OfBriefing.class)
        .map(document -> document.briefing().id())
        .orElseThrow(
            () ->
                ProblemException.notFound("no-such-exchange", "there is no exchange " + exchange));
  }

  private List<String> exchangesOf(String page) {
    return index
        .get(SearchIndex.BRIEFINGS, page, EXCHANGE_IDS, OfExchanges.class)
        .map(OfExchanges::exchanges)
        .orElse(List.of())
        .stream()
        .map(one -> one.get("id"))
        .toList();
  }

  /** The part of an exchange's document that is read. */
  record OfBriefing(Id briefing) {}

  /** An id. */
  record Id(String id) {}

  /** The part of a briefing's document that is read. */
  record OfExchanges(List<Map<String, String>> exchanges) {

    OfExchanges {
      exchanges = exchanges == null ? List.of() : List.copyOf(exchanges);
    }
  }
}

package dev.podium.gateway.erasure;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podium.contracts.identity.CanonicalUrl;
import dev.podium.contracts.identity.PageIds;
import dev.podium.gateway.elastic.SearchIndex;
import dev.podium.gateway.http.Ids;
import dev.podium.gateway.parameter.JsonFields;
import dev.podium.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
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
  private static final List<String> FIELDS = List.of(EXCHANGE, PAGE, "reason", "reference");
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
   * @throws ProblemException if it has other fields, names neither a page nor an exchange, or one
   *     that is not there
   */
  ObjectNode complete(byte[] body, String by) {
    JsonFields fields = new JsonFields(body, FIELDS);
    String exchange = fields.text(EXCHANGE, CanonicalUrl.MAX_LENGTH, false);
    String page = fields.text(PAGE, CanonicalUrl.MAX_LENGTH, false);
    fields.check();
    if ((exchange == null) == (page == null)) {
      fields.wrong(PAGE, "name a page or an exchange, and not both");
    } else if (exchange != null && !Ids.isId(exchange)) {
      fields.wrong(EXCHANGE, "is no id of an exchange");
    }
    String id = page == null ? null : pageId(page, fields);
    fields.check();
    ObjectNode demand = json.createObjectNode();
    FIELDS.stream().filter(fields::has).forEach(field -> demand.set(field, fields.get(field)));
    demand.put("by", by);
    if (exchange == null) {
      demand.put(PAGE, id);
      demand.set("exchanges", json.valueToTree(exchangesOf(id)));
    } else {
      demand.put(EXCHANGE, exchange);
      demand.put(PAGE, pageOf(exchange));
    }
    return demand;
  }

  private static String pageId(String page, JsonFields fields) {
    try {
      return Ids.isId(page) ? page : PageIds.of(CanonicalUrl.of(page));
    } catch (IllegalArgumentException e) {
      fields.wrong(PAGE, "is neither an id nor an address: " + e.getMessage());
      return null;
    }
  }

  private String pageOf(String exchange) {
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

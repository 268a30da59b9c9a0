package dev.podium.ingest.erasure;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.podium.contracts.event.EventJson;
import dev.podium.contracts.identity.CanonicalUrl;
import dev.podium.contracts.identity.PageIds;
import dev.podium.ingest.archive.Erasure;
import dev.podium.ingest.archive.Erasures.Demand;
import dev.podium.kit.problem.BodyLimit;
import dev.podium.kit.problem.Problem.Violation;
import dev.podium.kit.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads demands, and names all that is wrong with one. */
final class DemandReader {

  /** The kinds of reasons. */
  static final List<String> KINDS =
      List.of("copyright", "court-order", "other", "privacy", "wrong-import");

  private static final int MOST_BYTES = 4 * 1024 * 1024;
  private static final int MOST_TEXT = 2000;
  private static final int MOST_REFERENCE = 200;
  private static final Pattern ID = Pattern.compile("[a-z2-7]{16}");
  private static final ObjectReader JSON =
      EventJson.MAPPER
          .readerFor(Sent.class)
          .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private final List<Violation> wrong = new ArrayList<>();

  private DemandReader() {}

  /**
   * As it is sent.
   *
   * @param page id or address
   * @param by whoever demands it, where a service sends it for somebody
   */
  record Sent(
      String page,
      String exchange,
      List<String> exchanges,
      Erasure.Reason reason,
      String reference,
      String by) {}

  /**
   * A demand.
   *
   * @param by whoever sends it, and demands it unless the body says otherwise
   * @throws ProblemException if it is none
   */
  static Demand read(InputStream body, String by) throws IOException {
    byte[] bytes = BodyLimit.read(body, MOST_BYTES);
    return new DemandReader().demand(parse(bytes), by);
  }

  private static Sent parse(byte[] bytes) {
    try {
      Sent sent = JSON.readValue(bytes);
      if (sent != null) {
        return sent;
      }
    } catch (IOException e) {
      throw malformed(e.getMessage().lines().findFirst().orElse(""));
    }
    throw malformed("it is null");
  }

  private static ProblemException malformed(String why) {
    return ProblemException.badRequest("bad-erasure", "the body is no demand in JSON: " + why);
  }

  private Demand demand(Sent sent, String by) {
    String page = page(sent.page());
    String exchange = sent.exchange();
    check("exchange", exchange == null || isId(exchange), "is no id of an exchange");
    List<String> exchanges = sent.exchanges() == null ? List.of() : sent.exchanges();
    check("exchanges", exchanges.stream().allMatch(DemandReader::isId), "are no ids of exchanges");
    Erasure.Reason reason = sent.reason();
    check("reason", reason != null, "is missing");
    if (reason != null) {
      check(
          "reason.kind",
          reason.kind() != null && KINDS.contains(reason.kind()),
          "is one of " + String.join(", ", KINDS));
      check("reason.text", isText(reason.text(), MOST_TEXT), "is a text of 1 to 2000 characters");
    }
    check(
        "reference",
        sent.reference() == null || isText(sent.reference(), MOST_REFERENCE),
        "is a text of 1 to 200 characters, or left out");
    check("by", sent.by() == null || isText(sent.by(), MOST_REFERENCE), "is a text, or left out");
    if (!wrong.isEmpty()) {
      throw ProblemException.badRequest("the demand is not complete", wrong);
    }
    String who = sent.by() == null ? by : sent.by();
    return new Demand(page, exchange, exchanges, reason, sent.reference(), who);
  }

  private String page(String page) {
    if (page == null || page.isBlank()) {
      check(
          "page",
          false,
          "is missing: the id or the address of the page, also where one exchange of it is meant");
      return null;
    }
    if (isId(page)) {
      return page;
    }
    try {
      return PageIds.of(CanonicalUrl.of(page));
    } catch (IllegalArgumentException e) {
      check("page", false, "is neither an id nor an address: " + e.getMessage());
      return null;
    }
  }

  private void check(String field, boolean holds, String otherwise) {
    if (!holds) {
      wrong.add(new Violation(field, otherwise));
    }
  }

  private static boolean isId(String text) {
    return text != null && ID.matcher(text).matches();
  }

  // Null characters cannot be kept in the database.
  private static boolean isText(String text, int most) {
    return text != null && !text.isBlank() && text.length() <= most && text.indexOf(0) < 0;
  }
}

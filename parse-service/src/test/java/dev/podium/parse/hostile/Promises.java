package dev.podium.parse.hostile;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Exchange;
import dev.podium.contracts.event.EventJson;
import dev.podium.truth.VisibleText;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What holds for a briefing of any page whatever, however broken. */
final class Promises {

  private static final int FIRST_YEAR = 1945;
  private static final int LAST_YEAR = 2100;

  private final Briefing briefing;
  private final List<String> broken = new ArrayList<>();

  private Promises(Briefing briefing) {
    this.briefing = briefing;
  }

  /**
   * The promises that are broken; none if all is right.
   *
   * @param text the decoded page
   */
  static List<String> broken(String text, String contentType, Briefing briefing) {
    Promises promises = new Promises(briefing);
    promises.broken.addAll(segments(text, contentType, briefing));
    promises.ordinalsAndIds();
    promises.dates();
    promises.json();
    return promises.broken;
  }

  /** What is of no known type is read as the one or the other. */
  private static List<String> segments(String text, String contentType, Briefing briefing) {
    if (contentType.startsWith("text/") || contentType.contains("html")) {
      return VisibleText.checkSegments(text, contentType, briefing);
    }
    List<String> plain = VisibleText.checkSegments(text, "text/plain", briefing);
    return plain.isEmpty() ? plain : VisibleText.checkSegments(text, "text/html", briefing);
  }

  private void ordinalsAndIds() {
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < briefing.exchanges().size(); i++) {
      Exchange exchange = briefing.exchanges().get(i);
      check(exchange.ordinal() == i + 1, "the ordinals are not 1, 2, 3: " + exchange.ordinal());
      check(ids.add(exchange.id()), "an id stands twice: " + exchange.id());
    }
    for (Exchange exchange : briefing.exchanges()) {
      refers(ids, exchange.followUpTo());
      refers(ids, exchange.answeredIn());
    }
    check(briefing.coverage() >= 0 && briefing.coverage() <= 1, "the coverage is no share");
  }

  private void refers(Set<String> ids, String id) {
    check(id == null || ids.contains(id), "no exchange has the id " + id);
  }

  private void dates() {
    date(briefing.date());
    date(briefing.publishedOn());
  }

  private void date(LocalDate date) {
    check(
        date == null || (date.getYear() >= FIRST_YEAR - 1 && date.getYear() <= LAST_YEAR),
        "no briefing is of " + date);
  }

  /** The event can be written, is text of whole characters, and gives the same briefing again. */
  private void json() {
    byte[] json = EventJson.write(briefing);
    boolean whole = StandardCharsets.UTF_8.newEncoder().canEncode(briefing.toString());
    check(whole, "half a character is written");
    check(briefing.equals(EventJson.read(json, Briefing.class)), "JSON does not give it again");
  }

  private void check(boolean kept, String promise) {
    if (!kept) {
      broken.add(promise);
    }
  }
}

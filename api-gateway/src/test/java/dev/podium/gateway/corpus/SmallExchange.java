package dev.podium.gateway.corpus;

import dev.podium.contracts.identity.PageIds;
import java.time.LocalDate;

/**
 * A statement of a large made-up index.
 *
 * @param number from 0; ten are of one briefing, and briefings of one day are many
 * @param language field of its text
 */
public record SmallExchange(int number, String language, String text) {

  private static final LocalDate FIRST_DAY = LocalDate.of(2001, 1, 1);
  private static final int OF_ONE = 10;
  private static final int DAYS = 500;

  /** The id of the exchange. */
  public String id() {
    return PageIds.of("https://small.example/" + number + "/exchange");
  }

  /** Days from 2001-01-01 to the briefing's. */
  public int day() {
    return number / OF_ONE % DAYS;
  }

  /** Two lines of the bulk API that write it. */
  public String lines() {
    int briefing = number / OF_ONE;
    String page = "https://small.example/" + briefing;
    return """
        {"index":{"_id":"%1$s"}}
        {"id":"%1$s","version":1,"status":"live","ordinal":%2$d,"kind":"statement","followUp":false,\
        "briefing":{"id":"%3$s","version":1,"url":"%4$s","link":"%4$s","source":"small",\
        "organisation":"small","series":"regular","language":"%5$s","title":"Briefing",\
        "date":"%6$s","fetchedAt":"2026-01-01T08:00:00.000Z","state":"present"},\
        "answer":{"%5$s":"%7$s"},"exchange":{"id":"%1$s","ordinal":%2$d,"kind":"statement",\
        "answer":{"text":"%7$s","parts":[{"text":"%7$s"}]}}}
        """
        .formatted(
            id(),
            number % OF_ONE + 1,
            PageIds.of(page),
            page,
            language,
            FIRST_DAY.plusDays(day()),
            text);
  }
}

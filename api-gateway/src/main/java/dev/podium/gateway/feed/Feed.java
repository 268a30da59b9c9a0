package dev.podium.gateway.feed;

import dev.podium.gateway.exchange.BriefingSummary;
import dev.podium.gateway.exchange.ExchangeDocument;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A page of a feed.
 *
 * @param first the address of the first page, by which the feed is known
 * @param self the address of this page
 * @param next the address of the next page, or null on the last one
 * @param search the address of the same search for programs
 * @param query the parameters that were given
 * @param entries newest first
 */
record Feed(
    String first,
    String self,
    String next,
    String search,
    Map<String, List<String>> query,
    List<Entry> entries) {

  /**
   * An exchange in a feed.
   *
   * @param id its permalink
   */
  record Entry(String id, ExchangeDocument document) {

    BriefingSummary briefing() {
      return document.briefing();
    }

    /** When the page that has it was fetched as it is now. */
    Instant updated() {
      return briefing().fetchedAt();
    }

    /** Who answers, or the publisher where nobody is known to. */
    List<String> authors() {
      List<String> speakers = document.speakerNames();
      return speakers.isEmpty() ? List.of(briefing().organisation()) : speakers;
    }
  }

  /** The same without the way to the next page. */
  Feed withoutNext() {
    return new Feed(first, self, null, search, query, entries);
  }

  /** What a person sees: what was asked for. */
  String title() {
    List<String> parts =
        query.entrySet().stream()
            .filter(one -> !one.getKey().equals("size") && !one.getKey().equals("cursor"))
            .map(one -> one.getKey() + '=' + String.join(",", one.getValue()))
            .toList();
    return parts.isEmpty() ? "Podium" : "Podium: " + String.join(" ", parts);
  }

  /** When anything of it was last fetched; the beginning of time where it is empty. */
  Instant updated() {
    return entries.stream().map(Entry::updated).max(Instant::compareTo).orElse(Instant.EPOCH);
  }
}

package dev.podium.parse.briefing;

import dev.podium.parse.page.Block;
import dev.podium.parse.transcript.Aside;
import java.util.List;

/**
 * A page's blocks by what they are for.
 *
 * @param title as a reader sees it, or null
 * @param date the line that gives the day of publication, or null
 * @param held the line that says when it was held, or null
 * @param body what is said, in reading order
 * @param asides all other blocks, each with the reason
 * @param known whether the layout told the body
 */
record SortedPage(
    String title, String date, String held, List<Block> body, List<Aside> asides, boolean known) {

  SortedPage {
    body = List.copyOf(body);
    asides = List.copyOf(asides);
  }
}

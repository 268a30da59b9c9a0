package dev.podium.parse.accuracy;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.parse.briefing.BriefingParser;
import dev.podium.parse.page.BodyDecoder;
import java.util.ArrayList;
import java.util.List;

/** What is promised of every page, whatever it says. */
final class Promises {

  /** What breaks the promises about segments and leftovers, as {@code file: what}. */
  static List<String> broken(PageSet set, BriefingParser parser) {
    List<String> broken = new ArrayList<>();
    for (PageSet.Entry entry : set.entries()) {
      byte[] body = entry.body();
      Briefing briefing = parser.parse(body, entry.facts(body));
      String text = BodyDecoder.decode(body, null).text();
      for (String error : VisibleText.check(text, entry.contentType(), briefing)) {
        broken.add(entry.file() + ": " + error);
      }
    }
    return broken;
  }

  private Promises() {}
}

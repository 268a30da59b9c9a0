package dev.podium.gateway.evidence;

import dev.podium.contracts.briefing.Exchange;
import dev.podium.contracts.briefing.Segment;
import dev.podium.contracts.event.EventJson;
import dev.podium.gateway.revision.RevisionView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The page that says how an exchange is verified by hand. */
final class VerifyPage {

  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-zA-Z0-9]+)}}");

  /** Commands that are shown; the page is for people. */
  private static final int CUTS = 20;

  private final String template;

  VerifyPage(String template) {
    this.template = template;
  }

  /** The page of one exchange, which has a revision. */
  String of(RevisionView exchange) {
    Map<String, String> values =
        Map.of(
            "id", exchange.exchange().id(),
            "permalink", exchange.permalink(),
            "link", exchange.revision().link(),
            "fetchedAt", EventJson.utcMillis(exchange.fetchedAt()),
            "sha256", exchange.revision().sha256(),
            "charset", exchange.revision().charset(),
            "cuts", cuts(exchange.exchange()));
    return PLACE
        .matcher(template)
        .replaceAll(place -> Matcher.quoteReplacement(escape(values.get(place.group(1)))));
  }

  private static String cuts(Exchange exchange) {
    List<Segment> segments = new ArrayList<>();
    if (exchange.question() != null) {
      segments.addAll(exchange.question().segments());
    }
    if (exchange.answer() != null) {
      exchange.answer().parts().forEach(part -> segments.addAll(part.segments()));
    }
    return segments.stream().limit(CUTS).map(VerifyPage::cut).collect(Collectors.joining());
  }

  private static String cut(Segment segment) {
    String text = "open('page.txt', encoding='utf-8', newline='').read()";
    return "python3 -X utf8 -c \"print("
        + text
        + "["
        + segment.start()
        + ":"
        + segment.end()
        + "])\"\n";
  }

  // Apostrophes stay: commands are taken out of the page as it is, too.
  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}

package dev.podium.kit.diff;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Names what differs for a reader. Places on the page, order, warnings and links between exchanges
 * do not count: they move with every edit elsewhere.
 */
public final class Differences {

  private record Field<T>(String path, Function<T, Object> value) {}

  private static final List<Field<Exchange>> EXCHANGE =
      List.of(
          new Field<>("question.text", e -> e.question() == null ? null : e.question().text()),
          new Field<>("question.asker", e -> e.question() == null ? null : e.question().asker()),
          new Field<>("answer.text", e -> e.answer() == null ? null : e.answer().text()),
          new Field<>("answer.parts", Differences::speakers),
          new Field<>("answered", Exchange::answered));

  private static final List<Field<Briefing>> BRIEFING =
      List.of(
          new Field<>("title", Briefing::title),
          new Field<>("date", Briefing::date),
          new Field<>("spokespersons", Briefing::spokespersons));

  /** Paths of the fields that differ between two texts of an exchange. */
  public static List<String> of(Exchange before, Exchange after) {
    return of(EXCHANGE, before, after);
  }

  /** Paths of the fields that differ between two revisions of the briefing itself. */
  public static List<String> of(Briefing before, Briefing after) {
    return of(BRIEFING, before, after);
  }

  private static <T> List<String> of(List<Field<T>> fields, T before, T after) {
    List<String> paths = new ArrayList<>();
    for (Field<T> field : fields) {
      if (!Objects.equals(field.value().apply(before), field.value().apply(after))) {
        paths.add(field.path());
      }
    }
    return paths;
  }

  // Who speaks, and where another one takes over; the words themselves are answer.text.
  private static List<Exchange.Speaker> speakers(Exchange exchange) {
    return exchange.answer() == null
        ? List.of()
        : new ArrayList<>(exchange.answer().parts().stream().map(Exchange.Part::speaker).toList());
  }

  private Differences() {}
}

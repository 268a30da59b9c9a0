package dev.podium.bench.index;

import dev.podium.bench.pages.BenchPage;
import dev.podium.bench.pages.BenchSet;
import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Exchange;
import dev.podium.contracts.identity.CanonicalUrl;
import dev.podium.contracts.identity.ExchangeIds;
import dev.podium.contracts.identity.PageIds;
import dev.podium.index.document.Briefings;
import dev.podium.parse.briefing.BriefingParser;
import dev.podium.parse.briefing.ParserFiles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * As many briefings as wanted, made of those of a set of pages: under addresses of their own, and
 * with some words of each text replaced by others of the set, so that no two texts are alike.
 */
public final class Corpus {

  /** One word in so many is another. */
  private static final int REPLACED = 6;

  private static final int SEED = 20_260_313;

  private final List<Briefing> originals = new ArrayList<>();
  private final List<String> words;

  /** Made of the briefings of a set. */
  public Corpus(BenchSet pages) {
    BriefingParser parser = ParserFiles.read(null, null);
    for (BenchPage page : pages.pages()) {
      Briefing briefing = parser.parse(page.body(), page.facts());
      if (briefing.rejection() == null && !briefing.exchanges().isEmpty()) {
        originals.add(briefing);
      }
    }
    // So that as many in a row are of all kinds, wherever they begin.
    Collections.shuffle(originals, new Random(SEED));
    words =
        originals.stream()
            .flatMap(briefing -> briefing.exchanges().stream())
            .flatMap(exchange -> words(text(exchange)))
            .distinct()
            .toList();
  }

  /** Words of the texts, each once. */
  public List<String> words() {
    return words;
  }

  /** The mean number of exchanges. */
  public double exchangesPerBriefing() {
    return originals.stream().mapToInt(briefing -> briefing.exchanges().size()).average().orElse(0);
  }

  /** The briefing with this number; the same each time. */
  public Briefing get(int number) {
    Briefing original = originals.get(number % originals.size());
    String url = CanonicalUrl.of(original.url() + "?copy=" + number / originals.size());
    SplittableRandom random = new SplittableRandom(number);
    ExchangeIds ids = new ExchangeIds(PageIds.of(url));
    List<Exchange> exchanges =
        original.exchanges().stream().map(exchange -> copy(exchange, ids, random)).toList();
    return Briefings.with(at(original, url), exchanges);
  }

  private static Briefing at(Briefing original, String url) {
    return new Briefing(
        PageIds.of(url),
        original.version(),
        original.state(),
        url,
        original.source(),
        original.organisation(),
        original.series(),
        original.occasion(),
        original.language(),
        original.title(),
        original.date(),
        original.timeZone(),
        original.publishedOn(),
        original.publishedAt(),
        original.spokespersons(),
        original.revision(),
        original.parser(),
        original.coverage(),
        original.leftovers(),
        original.warnings(),
        original.rejection(),
        original.languageLinks(),
        original.exchanges(),
        List.of());
  }

  private Exchange copy(Exchange original, ExchangeIds ids, SplittableRandom random) {
    Exchange.Question question = question(original.question(), random);
    Exchange.Answer answer = answer(original.answer(), random);
    String said = question == null ? answer.text() : question.text();
    return new Exchange(
        ids.next(original.kind(), said),
        original.ordinal(),
        original.kind(),
        original.answered(),
        question,
        answer,
        null,
        null,
        original.warnings());
  }

  private Exchange.Question question(Exchange.Question original, SplittableRandom random) {
    return original == null
        ? null
        : new Exchange.Question(
            varied(original.text(), random),
            original.asker(),
            original.segments(),
            original.notes());
  }

  private Exchange.Answer answer(Exchange.Answer original, SplittableRandom random) {
    if (original == null) {
      return null;
    }
    List<Exchange.Part> parts =
        original.parts().stream()
            .map(p -> new Exchange.Part(p.speaker(), varied(p.text(), random), p.segments()))
            .toList();
    String text = parts.stream().map(Exchange.Part::text).collect(Collectors.joining("\n"));
    return new Exchange.Answer(text, parts, original.notes());
  }

  private String varied(String text, SplittableRandom random) {
    return Stream.concat(words(text).map(word -> replaced(word, random)), Stream.of(any(random)))
        .collect(Collectors.joining(" "));
  }

  private String replaced(String word, SplittableRandom random) {
    return random.nextInt(REPLACED) == 0 ? any(random) : word;
  }

  private String any(SplittableRandom random) {
    return words.get(random.nextInt(words.size()));
  }

  private static String text(Exchange exchange) {
    return exchange.question() == null ? exchange.answer().text() : exchange.question().text();
  }

  private static Stream<String> words(String text) {
    return Stream.of(text.split("\\s+", -1)).filter(word -> !word.isEmpty());
  }
}

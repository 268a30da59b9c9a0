package dev.podium.bench.gateway;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Searches as readers send them, of words that are in the texts. */
final class Questions {

  private static final int SEED = 20_260_313;

  private final List<String> words;
  private final Random random = new Random(SEED);

  Questions(List<String> words) {
    this.words =
        words.stream()
            .filter(word -> word.codePoints().allMatch(Character::isLetter) && word.length() > 2)
            .toList();
  }

  /** So many, of each kind as many: words, two words, near, in one language, by date, facets. */
  List<Call> calls(URI gateway, int count) {
    List<Call> calls = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String query =
          switch (i % 6) {
            case 0 -> q(word());
            case 1 -> q(word() + " OR " + word());
            case 2 -> q(word() + " NEAR/50 " + word());
            case 3 -> q(word()) + "&language=fr";
            case 4 -> "sort=newest&kind=question";
            default -> q(word()) + "&facets=language&facets=source&interval=month";
          };
      calls.add(new Call(gateway.resolve("/v1/exchanges?" + query), null, null));
    }
    return calls;
  }

  private String word() {
    return words.get(random.nextInt(words.size()));
  }

  private static String q(String text) {
    return "q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

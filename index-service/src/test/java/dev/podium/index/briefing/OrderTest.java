package dev.podium.index.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.index.Sample;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Revisions that come in any order, and again, leave the index as if they had come in theirs. */
class OrderTest {

  private static final int PAGES = 60;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void anyOrderEndsTheSame(long seed) {
    Random random = new Random(seed);
    for (int page = 0; page < PAGES; page++) {
      List<Briefing> revisions = revisions("page" + page, random);
      List<Briefing> shuffled = new ArrayList<>();
      for (int times = 0; times < 3; times++) {
        shuffled.addAll(revisions);
      }
      Collections.shuffle(shuffled, random);

      MemoryIndex inOrder = new MemoryIndex();
      revisions.forEach(inOrder::index);
      MemoryIndex anyOrder = new MemoryIndex();
      shuffled.forEach(anyOrder::index);

      assertThat(anyOrder.exchanges).as("seed %d page %d", seed, page).isEqualTo(inOrder.exchanges);
      assertThat(anyOrder.marks).as("seed %d page %d", seed, page).isEqualTo(inOrder.marks);
      assertThat(anyOrder.history).isEqualTo(inOrder.history);
    }
  }

  private static List<Briefing> revisions(String page, Random random) {
    List<Briefing> revisions = new ArrayList<>();
    for (int i = 0; i < 2 + random.nextInt(5); i++) {
      Sample sample = Sample.page(page).minute(i).release(random.nextInt(3));
      revisions.add(random.nextInt(5) == 0 ? sample.gone() : filled(sample, random).present());
    }
    return revisions;
  }

  private static Sample filled(Sample sample, Random random) {
    for (int question = 0; question < 5; question++) {
      if (random.nextInt(3) > 0) {
        String words = "Que dit le ministère du sujet numéro " + question * 1111 + " cette semaine";
        String wording = random.nextBoolean() ? " ?" : ", et pourquoi donc ?";
        sample.asked(words + wording, "Réponse " + random.nextInt(3));
      }
    }
    return sample;
  }
}

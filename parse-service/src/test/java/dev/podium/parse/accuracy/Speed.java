package dev.podium.parse.accuracy;

import dev.podium.parse.briefing.BriefingParser;
import dev.podium.parse.briefing.PageFacts;
import dev.podium.parse.briefing.ParserFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;

/** Compares bytes to briefing with Jsoup.parse alone, on one core. Argument: the data folder. */
public final class Speed {

  private static final int ROUNDS = 8;

  private record Item(PageFacts facts, PageSet.Entry entry) {}

  public static void main(String[] arguments) throws IOException {
    Path data = arguments.length > 0 ? Path.of(arguments[0]) : PageSet.data();
    BriefingParser parser = ParserFiles.read(null, null);
    for (PageSet set : Accuracy.sets(data)) {
      measure(set, parser);
    }
  }

  private static void measure(PageSet set, BriefingParser parser) {
    List<byte[]> bodies = new ArrayList<>();
    List<Item> items = new ArrayList<>();
    for (PageSet.Entry entry : set.entries()) {
      byte[] body = entry.body();
      bodies.add(body);
      items.add(new Item(entry.facts(body), entry));
    }
    double ours = 0;
    double theirs = 0;
    long kept = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      for (int i = 0; i < bodies.size(); i++) {
        kept += parser.parse(bodies.get(i), items.get(i).facts()).exchanges().size();
      }
      long middle = System.nanoTime();
      for (byte[] body : bodies) {
        kept += Jsoup.parse(new String(body, StandardCharsets.UTF_8)).childNodeSize();
      }
      ours = (middle - start) / 1e6 / bodies.size();
      theirs = (System.nanoTime() - middle) / 1e6 / bodies.size();
    }
    System.out.printf(
        "%s: %.3f ms a page, Jsoup.parse alone %.3f ms (%d)%n", set.name(), ours, theirs, kept);
  }

  private Speed() {}
}

package dev.podium.bench.pages;

import com.fasterxml.jackson.databind.JsonNode;
import dev.podium.contracts.event.EventJson;
import dev.podium.parse.yaml.Declaration;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The parser's golden pages, and the sample site of the local stack. */
final class ShippedPages {

  private static final String SAMPLES = "deploy/local/src/main/samples";

  static List<PageSet> sets(Path root) throws IOException {
    return List.of(
        TrueSets.golden(root).withoutTruth(),
        new PageSet("samples", samples(root.resolve(SAMPLES))));
  }

  private static List<BenchPage> samples(Path folder) throws IOException {
    List<BenchPage> pages = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("expected/briefings.jsonl"))) {
      JsonNode expected = EventJson.MAPPER.readTree(line);
      String url = expected.path("url").asText();
      pages.add(
          BenchPage.of(
              url,
              origin(folder.resolve("sources/" + expected.path("source").asText() + ".yaml")),
              "text/html",
              Files.readAllBytes(
                  folder.resolve("site").resolve(url.substring("https://".length())))));
    }
    return pages;
  }

  private static BenchPage.Origin origin(Path file) throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      Declaration source = Declaration.read(file.toString(), stream);
      return new BenchPage.Origin(
          source.required("id"),
          source.required("organisation"),
          source.required("language"),
          source.optional("dialect"),
          source.required("timeZone"));
    }
  }

  private ShippedPages() {}
}

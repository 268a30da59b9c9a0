package dev.podium.bench.pages;

import com.fasterxml.jackson.databind.JsonNode;
import dev.podium.contracts.event.EventJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A folder a page, with an expected.json that was written by hand. */
final class GoldenPages {

  private static final String EXPECTED = "expected.json";

  static List<TruePage> read(List<Path> folders) throws IOException {
    List<TruePage> pages = new ArrayList<>();
    for (Path folder : folders) {
      if (Files.exists(folder.resolve(EXPECTED))) {
        pages.add(page(folder));
      }
    }
    return pages;
  }

  private static TruePage page(Path folder) throws IOException {
    JsonNode expected = EventJson.MAPPER.readTree(Files.readAllBytes(folder.resolve(EXPECTED)));
    BenchPage page =
        BenchPage.of(
            expected.path("url").asText(),
            BenchPage.Origin.named(expected.path("source").asText()),
            expected.path("contentType").asText(),
            body(folder));
    boolean rejected = expected.has("rejection");
    return new TruePage(
        folder.getFileName().toString(), page, rejected ? Truth.NONE : truth(expected));
  }

  private static Truth truth(JsonNode expected) {
    List<Truth.Pair> pairs = new ArrayList<>();
    for (JsonNode exchange : expected.path("exchanges")) {
      if (exchange.hasNonNull("question")) {
        pairs.add(
            new Truth.Pair(
                exchange.path("question").asText(), exchange.path("answer").textValue()));
      }
    }
    return new Truth(
        expected.path("title").textValue(),
        expected.path("date").textValue(),
        pairs.size(),
        pairs,
        List.of());
  }

  private static byte[] body(Path folder) throws IOException {
    try (var files = Files.newDirectoryStream(folder, "page.*")) {
      return Files.readAllBytes(files.iterator().next());
    }
  }

  private GoldenPages() {}
}

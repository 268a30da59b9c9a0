package dev.podium.bench.pages;

import com.fasterxml.jackson.databind.JsonNode;
import dev.podium.contracts.event.EventJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Folders of pages with a manifest beside them, and one of Markdown files. */
final class RealPages {

  private static final List<String> WITH_MANIFEST = List.of("mfa-cn-zh", "white-house");
  private static final String MARKDOWN = "white-house-md";

  /** Those that are there; a folder of other pages gives none. */
  static List<PageSet> sets(Path data) throws IOException {
    List<PageSet> sets = new ArrayList<>();
    for (String name : WITH_MANIFEST) {
      if (Files.exists(data.resolve(name))) {
        sets.add(new PageSet(name, manifest(data.resolve(name))));
      }
    }
    if (Files.exists(data.resolve(MARKDOWN))) {
      sets.add(new PageSet(MARKDOWN, markdown(data.resolve(MARKDOWN))));
    }
    return sets;
  }

  private static List<BenchPage> manifest(Path folder) throws IOException {
    List<BenchPage> pages = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("manifest.jsonl"))) {
      JsonNode entry = EventJson.MAPPER.readTree(line);
      pages.add(
          BenchPage.of(
              entry.path("url").asText(),
              BenchPage.Origin.named(entry.path("source").asText()),
              entry.path("contentType").asText(),
              Files.readAllBytes(folder.resolve(entry.path("file").asText()))));
    }
    return pages;
  }

  private static List<BenchPage> markdown(Path folder) throws IOException {
    List<BenchPage> pages = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        pages.add(
            BenchPage.of(
                "https://bidenwhitehouse.archives.gov/" + pages.size(),
                BenchPage.Origin.named("white-house-en"),
                "text/markdown; charset=UTF-8",
                Files.readAllBytes(file)));
      }
    }
    return pages;
  }

  private RealPages() {}
}

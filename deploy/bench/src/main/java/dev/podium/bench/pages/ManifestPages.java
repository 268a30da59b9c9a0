package dev.podium.bench.pages;

import com.fasterxml.jackson.databind.JsonNode;
import dev.podium.contracts.event.EventJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A folder with a manifest.jsonl, and perhaps pairs and counts that others cut and counted. */
final class ManifestPages {

  static List<TruePage> read(Path folder) throws IOException {
    Map<String, List<JsonNode>> pairs = byFile(folder.resolve("expected-pairs.jsonl"));
    Map<String, List<JsonNode>> counts = byFile(folder.resolve("expected-counts.jsonl"));
    List<TruePage> pages = new ArrayList<>();
    for (JsonNode entry : lines(folder.resolve("manifest.jsonl"))) {
      String file = entry.path("file").asText();
      String source = entry.path("source").asText();
      byte[] body = Files.readAllBytes(folder.resolve(file));
      Truth truth =
          new Truth(
              null,
              null,
              counts.containsKey(file)
                  ? Integer.valueOf(counts.get(file).getFirst().path("questions").asInt())
                  : null,
              pairs.getOrDefault(file, List.of()).stream().map(ManifestPages::pair).toList(),
              source.startsWith("white-house") ? questions(body) : List.of());
      BenchPage page =
          BenchPage.of(
              entry.path("url").asText(),
              BenchPage.Origin.named(source),
              entry.path("contentType").asText(),
              body);
      pages.add(new TruePage(file, page, truth));
    }
    return pages;
  }

  private static Truth.Pair pair(JsonNode line) {
    return new Truth.Pair(line.path("question").asText(), line.path("answer").asText());
  }

  /** The White House marks questions by a Q at the start of a paragraph. */
  private static List<Truth.Turn> questions(byte[] body) {
    return Paragraphs.of(new String(body, StandardCharsets.UTF_8)).stream()
        .filter(text -> text.matches("Q\\s+\\S.*"))
        .map(text -> new Truth.Turn(true, text.substring(1).strip()))
        .toList();
  }

  private static Map<String, List<JsonNode>> byFile(Path file) throws IOException {
    Map<String, List<JsonNode>> byFile = new HashMap<>();
    if (Files.exists(file)) {
      for (JsonNode line : lines(file)) {
        byFile.computeIfAbsent(line.path("file").asText(), key -> new ArrayList<>()).add(line);
      }
    }
    return byFile;
  }

  private static List<JsonNode> lines(Path file) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank()) {
        lines.add(EventJson.MAPPER.readTree(line));
      }
    }
    return lines;
  }

  private ManifestPages() {}
}

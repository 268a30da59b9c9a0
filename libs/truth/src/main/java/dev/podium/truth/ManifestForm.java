package dev.podium.truth;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Pages that a {@code manifest.jsonl} lists, perhaps with expected pairs and counts beside it. */
final class ManifestForm implements PageForm {

  private static final String MANIFEST = "manifest.jsonl";

  @Override
  public boolean fits(Path folder) {
    return Files.exists(folder.resolve(MANIFEST));
  }

  @Override
  public List<TruePage> read(String set, Path folder) throws IOException {
    Path manifest = folder.resolve(MANIFEST);
    Map<String, List<Truth.Pair>> pairs = pairs(folder.resolve("expected-pairs.jsonl"));
    Map<String, Integer> counts = counts(folder.resolve("expected-counts.jsonl"));
    List<TruePage> pages = new ArrayList<>();
    for (JsonNode line : JsonLines.read(manifest)) {
      String file = JsonLines.required(line, "file", manifest);
      String source = JsonLines.required(line, "source", manifest);
      String type = JsonLines.required(line, "contentType", manifest);
      Path path = folder.resolve(file);
      pages.add(
          new TruePage(
              set,
              file,
              path,
              JsonLines.required(line, "url", manifest),
              Origin.of(source, line.path("language").textValue()),
              type,
              new Truth(
                  title(line),
                  null,
                  JsonLines.day(line.path("pubdate"), manifest + ": " + file),
                  counts.get(file),
                  pairs.getOrDefault(file, List.of()),
                  QuestionParagraphs.of(source, path, type))));
    }
    return pages;
  }

  /** The Chinese ministry escapes the line breaks in its titles. */
  private static String title(JsonNode line) {
    String title = line.path("title").textValue();
    return title == null ? null : title.replace("&lt;br&gt;", " ");
  }

  private static Map<String, List<Truth.Pair>> pairs(Path file) throws IOException {
    Map<String, List<Truth.Pair>> pairs = new HashMap<>();
    for (JsonNode line : Files.exists(file) ? JsonLines.read(file) : List.<JsonNode>of()) {
      pairs
          .computeIfAbsent(JsonLines.required(line, "file", file), name -> new ArrayList<>())
          .add(
              new Truth.Pair(
                  JsonLines.required(line, "question", file),
                  JsonLines.required(line, "answer", file)));
    }
    return pairs;
  }

  private static Map<String, Integer> counts(Path file) throws IOException {
    Map<String, Integer> counts = new HashMap<>();
    for (JsonNode line : Files.exists(file) ? JsonLines.read(file) : List.<JsonNode>of()) {
      if (!line.path("questions").isInt()) {
        throw new InvalidSetException(file + ": a line has no number of questions: " + line);
      }
      counts.put(JsonLines.required(line, "file", file), line.path("questions").intValue());
    }
    return counts;
  }
}

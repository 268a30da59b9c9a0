package dev.podium.truth;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A folder for each page, with {@code expected.json} beside {@code page.*}. */
final class GoldenForm implements PageForm {

  /** What is known of a page in full. */
  static final String EXPECTED = "expected.json";

  @Override
  public boolean fits(Path folder) throws IOException {
    return !folders(folder).isEmpty();
  }

  private static List<Path> folders(Path folder) throws IOException {
    try (Stream<Path> folders = Files.list(folder)) {
      return folders.filter(page -> Files.exists(page.resolve(EXPECTED))).sorted().toList();
    }
  }

  @Override
  public List<TruePage> read(String set, Path folder) throws IOException {
    List<TruePage> pages = new ArrayList<>();
    for (Path page : folders(folder)) {
      pages.add(page(set, page));
    }
    return pages;
  }

  private static TruePage page(String set, Path folder) throws IOException {
    Path file = folder.resolve(EXPECTED);
    JsonNode expected = JsonLines.object(Files.readString(file), file.toString());
    return new TruePage(
        set,
        folder.getFileName().toString(),
        body(folder),
        JsonLines.required(expected, "url", file),
        Origin.of(
            JsonLines.required(expected, "source", file), expected.path("language").textValue()),
        JsonLines.required(expected, "contentType", file),
        truth(expected, file.toString()));
  }

  private static Path body(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("page."))
          .findFirst()
          .orElseThrow(() -> new InvalidSetException(folder + " has no file page.*"));
    }
  }

  /** What {@code expected.json} says, and the samples' truth in the same words. */
  static Truth truth(JsonNode expected, String place) {
    List<Truth.Pair> pairs = new ArrayList<>();
    for (JsonNode exchange : expected.path("exchanges")) {
      String statement = exchange.path("statement").textValue();
      String answer = exchange.path("answer").textValue();
      pairs.add(
          new Truth.Pair(
              exchange.path("question").textValue(), statement == null ? answer : statement));
    }
    return new Truth(
        expected.path("title").textValue(),
        JsonLines.day(expected.path("date"), place),
        JsonLines.day(expected.path("publishedOn"), place),
        (int) pairs.stream().filter(pair -> pair.question() != null).count(),
        pairs,
        List.of());
  }
}

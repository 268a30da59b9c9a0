package dev.podium.bench.pages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** Markdown with a front matter, whose date and title are the truth. */
final class MarkdownPages {

  private static final String SOURCE = "white-house-en";

  static List<TruePage> read(List<Path> files) throws IOException {
    List<TruePage> pages = new ArrayList<>();
    for (Path file : files) {
      if (file.toString().endsWith(".md")) {
        byte[] body = Files.readAllBytes(file);
        BenchPage page =
            BenchPage.of(
                "https://bidenwhitehouse.archives.gov/" + pages.size(),
                BenchPage.Origin.named(SOURCE),
                "text/markdown; charset=UTF-8",
                body);
        pages.add(new TruePage(file.getFileName().toString(), page, truth(body)));
      }
    }
    return pages;
  }

  private static Truth truth(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    int end = text.indexOf("\n---", 3);
    if (!text.startsWith("---") || end < 0) {
      return Truth.NONE;
    }
    Map<String, Object> front = new Yaml().load(text.substring(3, end));
    return new Truth(
        String.valueOf(front.get("title")),
        String.valueOf(front.get("date")),
        null,
        List.of(),
        List.of());
  }

  private MarkdownPages() {}
}

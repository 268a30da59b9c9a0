package dev.podium.truth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Markdown with title and date in its front matter. Other Markdown is there to be read. */
final class MarkdownForm implements PageForm {

  @Override
  public boolean fits(Path folder) throws IOException {
    for (Path file : PageForm.files(folder, ".md")) {
      if (!FrontMatter.lines(Files.readAllLines(file)).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public List<TruePage> read(String set, Path folder) throws IOException {
    List<TruePage> pages = new ArrayList<>();
    for (Path file : PageForm.files(folder, ".md")) {
      Map<String, String> facts = FrontMatter.read(FrontMatter.lines(Files.readAllLines(file)));
      if (!facts.isEmpty()) {
        pages.add(page(set, file, facts, PageForm.inventedUrl(set, pages.size())));
      }
    }
    return pages;
  }

  /** The page's own address could tell its date, and the date is what is asked for. */
  private static TruePage page(String set, Path file, Map<String, String> facts, String url)
      throws IOException {
    String type = "text/markdown; charset=UTF-8";
    String source = source(set, facts);
    return new TruePage(
        set,
        file.getFileName().toString(),
        file,
        url,
        Origin.of(source, facts.get("language")),
        type,
        new Truth(
            facts.get("title"),
            day(file, facts.get("date")),
            null,
            null,
            List.of(),
            QuestionParagraphs.of(source, file, type)));
  }

  private static String source(String set, Map<String, String> facts) {
    return facts.getOrDefault("source_url", "").contains("whitehouse")
        ? "white-house-en"
        : facts.getOrDefault("source", set);
  }

  private static LocalDate day(Path file, String date) {
    try {
      return date == null || date.length() < 10 ? null : LocalDate.parse(date.substring(0, 10));
    } catch (DateTimeException e) {
      throw new InvalidSetException(file + ": " + date + " is no day such as 2026-01-31", e);
    }
  }
}

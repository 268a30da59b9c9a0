package dev.podium.truth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files of turns, each after a line of dashes: the speaker on a line, then what is said. Before the
 * first stand the title, the publisher and the date, a line each.
 */
final class TurnsForm implements PageForm {

  private static final String FENCE = FrontMatter.FENCE;
  private static final int HEAD = 3;
  private static final Pattern DATE = Pattern.compile("(\\d{1,2}) de (\\p{L}+) de (\\d{4})");
  private static final List<String> MONTHS =
      List.of(
          "enero",
          "febrero",
          "marzo",
          "abril",
          "mayo",
          "junio",
          "julio",
          "agosto",
          "septiembre",
          "octubre",
          "noviembre",
          "diciembre");

  @Override
  public boolean fits(Path folder) throws IOException {
    for (Path file : PageForm.files(folder, ".txt")) {
      List<String> lines = Files.readAllLines(file);
      if (lines.size() > HEAD && lines.get(HEAD).strip().equals(FENCE)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public List<TruePage> read(String set, Path folder) throws IOException {
    List<TruePage> pages = new ArrayList<>();
    for (Path file : PageForm.files(folder, ".txt")) {
      List<String> lines = Files.readAllLines(file);
      if (lines.size() <= HEAD || !lines.get(HEAD).strip().equals(FENCE)) {
        throw new InvalidSetException(
            file
                + ": line "
                + (HEAD + 1)
                + ": expected "
                + FENCE
                + " after title, publisher, date");
      }
      pages.add(
          new TruePage(
              set,
              file.getFileName().toString(),
              file,
              PageForm.inventedUrl(set, pages.size()),
              Origin.of("mx-presidency-es"),
              "text/plain; charset=UTF-8",
              truth(file, lines)));
    }
    return pages;
  }

  private static Truth truth(Path file, List<String> lines) {
    return new Truth(
        lines.getFirst().strip(),
        day(file, lines.get(2)),
        null,
        null,
        List.of(),
        MexicanTurns.of(blocks(lines.subList(HEAD + 1, lines.size()))));
  }

  private static List<List<String>> blocks(List<String> lines) {
    List<List<String>> blocks = new ArrayList<>();
    blocks.add(new ArrayList<>());
    for (String line : lines) {
      if (line.strip().equals(FENCE)) {
        blocks.add(new ArrayList<>());
      } else if (!line.isBlank()) {
        blocks.getLast().add(line.strip());
      }
    }
    blocks.removeIf(List::isEmpty);
    return blocks;
  }

  private static LocalDate day(Path file, String line) {
    Matcher date = DATE.matcher(line.strip().toLowerCase(Locale.ROOT));
    int month = date.matches() ? MONTHS.indexOf(date.group(2)) + 1 : 0;
    try {
      return LocalDate.of(
          month == 0 ? 0 : Integer.parseInt(date.group(3)),
          month,
          month == 0 ? 0 : Integer.parseInt(date.group(1)));
    } catch (DateTimeException e) {
      throw new InvalidSetException(file + ": line 3: " + line + " is no date in Spanish", e);
    }
  }
}

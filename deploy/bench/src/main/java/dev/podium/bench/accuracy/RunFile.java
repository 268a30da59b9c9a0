package dev.podium.bench.accuracy;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.podium.contracts.event.EventJson;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a run made of all its pages, a line of JSON each. */
final class RunFile {

  private static final String ENDING = ".jsonl";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss-SSS'Z'").withZone(ZoneOffset.UTC);
  private static final String TIMES = "\\d{4}-\\d{2}-\\d{2}T[\\d-]+Z";

  /** Where a run writes if nobody says; runs of one dialect are told from those of the sources'. */
  static Path inFolder(Path folder, Instant now, String dialect) {
    return folder.resolve(TIME.format(now) + suffix(dialect));
  }

  private static String suffix(String dialect) {
    return (dialect == null ? "" : "-" + dialect) + ENDING;
  }

  /** The latest run of the same dialect. */
  static Optional<Path> latest(Path folder, String dialect) throws IOException {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    Pattern name = Pattern.compile(TIMES + Pattern.quote(suffix(dialect)));
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> name.matcher(file.getFileName().toString()).matches())
          .max(Comparator.naturalOrder());
    }
  }

  static void write(Path file, List<PageLine> lines) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    try (var out = Files.newBufferedWriter(file)) {
      for (PageLine line : lines) {
        out.write(new String(EventJson.write(line), StandardCharsets.UTF_8));
        out.newLine();
      }
    }
  }

  /**
   * Reads a run.
   *
   * @throws InvalidRunException naming the file and the line that is none of a run
   */
  static List<PageLine> read(Path file) throws IOException {
    List<PageLine> pages = new ArrayList<>();
    for (String line : lines(file)) {
      pages.add(page(file, pages.size() + 1, line));
    }
    if (pages.isEmpty()) {
      throw new InvalidRunException(file + " is empty; it is no run to compare with");
    }
    return pages;
  }

  private static List<String> lines(Path file) throws IOException {
    try {
      return Files.readAllLines(file);
    } catch (NoSuchFileException e) {
      throw new InvalidRunException("there is no file " + file, e);
    } catch (MalformedInputException e) {
      throw new InvalidRunException(file + " is no text; it is no run to compare with", e);
    }
  }

  private static PageLine page(Path file, int number, String line) {
    try {
      PageLine page = EventJson.MAPPER.readValue(line, PageLine.class);
      if (page != null && page.set() != null && page.file() != null) {
        return page;
      }
    } catch (JsonProcessingException e) {
      throw invalid(file, number, e);
    }
    throw invalid(file, number, null);
  }

  private static InvalidRunException invalid(Path file, int number, Exception cause) {
    return new InvalidRunException(
        file + ": line " + number + " is no page of a run; the file is damaged or another's",
        cause);
  }

  private RunFile() {}
}

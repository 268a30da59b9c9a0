package dev.podium.bench.accuracy;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Exchange;
import dev.podium.contracts.event.EventJson;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a run found, a page a line, so that another run can be held against it. */
final class RunFile {

  /** A page of a run. */
  record Page(String set, String file, int release, String rejection, List<Cut> exchanges) {}

  /** An exchange of a run. */
  record Cut(String id, String label, String question, String answer) {}

  static List<Page> pages(List<SetReport> reports) {
    List<Page> pages = new ArrayList<>();
    for (SetReport report : reports) {
      report
          .briefings()
          .forEach((file, briefing) -> pages.add(page(report.name(), file, briefing)));
    }
    return pages;
  }

  private static Page page(String set, String file, Briefing briefing) {
    return new Page(
        set,
        file,
        briefing.parser().release(),
        briefing.rejection() == null ? null : briefing.rejection().code(),
        briefing.exchanges().stream().map(RunFile::cut).toList());
  }

  private static Cut cut(Exchange exchange) {
    boolean asks = exchange.question() != null;
    return new Cut(
        exchange.id(),
        asks ? exchange.question().asker().label() : null,
        asks ? exchange.question().text() : null,
        exchange.answer() == null ? null : exchange.answer().text());
  }

  static void write(Path file, List<Page> pages) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (BufferedWriter lines = Files.newBufferedWriter(file)) {
      for (Page page : pages) {
        lines.write(EventJson.MAPPER.writeValueAsString(page));
        lines.newLine();
      }
    }
  }

  /**
   * Reads a run.
   *
   * @throws IOException if the file cannot be read, or a line is none of a run; the message says
   *     which
   */
  static List<Page> read(Path file) throws IOException {
    List<Page> pages = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      try {
        pages.add(EventJson.MAPPER.readValue(line, Page.class));
      } catch (JsonProcessingException e) {
        throw new IOException(
            file + ": line " + (pages.size() + 1) + " is none of a run: " + e.getOriginalMessage(),
            e);
      }
    }
    return pages;
  }

  /** The latest run in a folder, if there is one. */
  static Optional<Path> latest(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jsonl")).sorted().reduce((a, b) -> b);
    }
  }

  private RunFile() {}
}

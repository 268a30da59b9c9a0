package dev.podium.parse.briefing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.event.EventJson;
import dev.podium.contracts.identity.CanonicalUrl;
import dev.podium.contracts.identity.PageIds;
import dev.podium.parse.dialect.Dialect;
import dev.podium.parse.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A page that we wrote, and what it says, written by hand. */
record GoldenPage(String name, Path page, JsonNode expected) {

  private static final Dialects DIALECTS = ParserFiles.dialects(null);
  private static final Path FOLDER = Path.of("src/test/resources/golden");
  private static final Instant FETCHED = Instant.parse("2026-01-01T00:00:00Z");

  static List<GoldenPage> all() {
    try (Stream<Path> folders = Files.list(FOLDER)) {
      return folders.filter(Files::isDirectory).sorted().map(GoldenPage::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static GoldenPage read(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      Path page =
          files.filter(file -> file.getFileName().toString().startsWith("page.")).findFirst().get();
      return new GoldenPage(
          folder.getFileName().toString(),
          page,
          EventJson.MAPPER.readTree(Files.readAllBytes(folder.resolve("expected.json"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] body() {
    try {
      return Files.readAllBytes(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Briefing parse(BriefingParser parser) {
    return parser.parse(body(), facts());
  }

  String contentType() {
    return expected.path("contentType").asText();
  }

  private PageFacts facts() {
    String source = expected.path("source").asText();
    String url = CanonicalUrl.of(expected.path("url").asText());
    Dialect own = DIALECTS.find(source);
    Dialect.Defaults defaults = (own == null ? DIALECTS.generic() : own).defaults();
    return new PageFacts(
        url,
        PageIds.of(url),
        source,
        defaults.organisation() == null ? source : defaults.organisation(),
        "regular",
        expected.path("language").asText(defaults.language()),
        null,
        defaults.timeZone(),
        1,
        FETCHED,
        url,
        contentType(),
        null,
        Hashes.sha256(body()));
  }

  @Override
  public String toString() {
    return name;
  }
}

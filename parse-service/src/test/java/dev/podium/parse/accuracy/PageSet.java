package dev.podium.parse.accuracy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.podium.contracts.event.EventJson;
import dev.podium.contracts.identity.CanonicalUrl;
import dev.podium.contracts.identity.PageIds;
import dev.podium.parse.briefing.Hashes;
import dev.podium.parse.briefing.PageFacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A folder of pages with a manifest beside them, or of Markdown files. */
public record PageSet(String name, List<Entry> entries) {

  private static final Instant CAPTURED = Instant.parse("2026-01-01T00:00:00Z");

  /** A page of the set. */
  public record Entry(String file, Path path, String url, String contentType, String source) {

    public byte[] body() {
      try {
        return Files.readAllBytes(path);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    public PageFacts facts(byte[] body) {
      String language = source.substring(source.lastIndexOf('-') + 1);
      boolean chinese = source.startsWith("mfa-cn");
      String canonical = CanonicalUrl.of(url);
      return new PageFacts(
          canonical,
          PageIds.of(canonical),
          source,
          chinese ? "mfa-cn" : source.substring(0, source.lastIndexOf('-')),
          "regular",
          language,
          null,
          chinese ? "Asia/Shanghai" : "America/New_York",
          1,
          CAPTURED,
          url,
          contentType,
          null,
          Hashes.sha256(body));
    }
  }

  /** The data sets' folder, beside the project or named by PODIUM_DATA; null where it is absent. */
  public static Path data() {
    String named = System.getenv("PODIUM_DATA");
    if (named != null) {
      return Path.of(named);
    }
    for (String place : List.of("../shared/data", "../../shared/data")) {
      if (Files.isDirectory(Path.of(place))) {
        return Path.of(place);
      }
    }
    return null;
  }

  public static PageSet manifest(Path folder) throws IOException {
    List<Entry> entries = new ArrayList<>();
    for (JsonNode line : lines(folder.resolve("manifest.jsonl"))) {
      entries.add(
          new Entry(
              line.path("file").asText(),
              folder.resolve(line.path("file").asText()),
              line.path("url").asText(),
              line.path("contentType").asText(),
              line.path("source").asText()));
    }
    return new PageSet(folder.getFileName().toString(), entries);
  }

  public static PageSet markdown(Path folder) throws IOException {
    List<Entry> entries = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        entries.add(
            new Entry(
                file.getFileName().toString(),
                file,
                "https://bidenwhitehouse.archives.gov/" + entries.size(),
                "text/markdown",
                "white-house-en"));
      }
    }
    return new PageSet(folder.getFileName().toString(), entries);
  }

  static List<JsonNode> lines(Path file) throws IOException {
    List<JsonNode> nodes = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      nodes.add(EventJson.MAPPER.readTree(line));
    }
    return nodes;
  }
}

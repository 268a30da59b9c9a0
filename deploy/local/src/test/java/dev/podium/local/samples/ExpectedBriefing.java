package dev.podium.local.samples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What a sample page says, as its author wrote it down. */
record ExpectedBriefing(JsonNode json) {

  static List<ExpectedBriefing> all() {
    try {
      ObjectMapper mapper = new ObjectMapper();
      return Files.readAllLines(SampleSite.SAMPLES.resolve("expected/briefings.jsonl")).stream()
          .map(line -> new ExpectedBriefing(tree(mapper, line)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode tree(ObjectMapper mapper, String line) {
    try {
      return mapper.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String url() {
    return text("url");
  }

  boolean isBriefing() {
    return text("outcome").equals("briefing");
  }

  /** The field's text; null where it is absent or JSON null. */
  String text(String field) {
    return json.path(field).textValue();
  }

  /** The texts of a list. */
  List<String> texts(String pointer) {
    return StreamSupport.stream(json.at(pointer).spliterator(), false)
        .map(JsonNode::textValue)
        .toList();
  }

  /** The page's own words that the truth quotes. */
  List<String> quotes() {
    return Stream.of(text("title"), text("firstQuestion"), text("lastAnswer"))
        .filter(quote -> quote != null)
        .toList();
  }

  @Override
  public String toString() {
    return url();
  }
}

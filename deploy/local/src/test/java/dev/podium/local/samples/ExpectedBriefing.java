package dev.podium.local.samples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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

  /** The page's own words that the truth quotes, each paragraph of them. */
  List<String> quotes() {
    List<String> quotes = new ArrayList<>(List.of(text("title")));
    for (JsonNode exchange : json.required("exchanges")) {
      Stream.of("question", "answer")
          .map(side -> exchange.required(side).textValue())
          .filter(Objects::nonNull)
          .flatMap(String::lines)
          .forEach(quotes::add);
    }
    return quotes;
  }

  /** The texts of one side of all questions. */
  List<String> ofQuestions(String side) {
    return StreamSupport.stream(json.required("exchanges").spliterator(), false)
        .filter(exchange -> !exchange.required("question").isNull())
        .map(exchange -> exchange.required(side).textValue())
        .toList();
  }

  @Override
  public String toString() {
    return url();
  }
}

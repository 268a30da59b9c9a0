package dev.podium.gateway.corpus;

import dev.podium.contracts.briefing.Segment;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page that a briefing of the corpus was read from: a paragraph for each text. */
record CorpusPage(String html) {

  static CorpusPage of(String title, List<CorpusExchange> exchanges) {
    String paragraphs =
        exchanges.stream()
            .flatMap(exchange -> Stream.of(exchange.question(), exchange.answer()))
            .filter(Objects::nonNull)
            .map(text -> "<p>" + escape(text) + "</p>\n")
            .collect(Collectors.joining());
    return new CorpusPage("<!doctype html><title>" + title + "</title>\n" + paragraphs);
  }

  /** Where a text stands, in code points; the same text twice counts as once. */
  List<Segment> segments(String text) {
    int at = html.indexOf("<p>" + escape(text) + "</p>") + "<p>".length();
    int start = html.codePointCount(0, at);
    return List.of(new Segment(start, start + (int) escape(text).codePoints().count()));
  }

  byte[] bytes() {
    return html.getBytes(StandardCharsets.UTF_8);
  }

  String sha256() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}

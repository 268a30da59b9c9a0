package dev.podium.gateway.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.event.EventJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A briefing as CommonMark, with what is known of it as YAML at the beginning. */
final class MarkdownBriefing {

  private final BriefingPage page;
  private final StringBuilder out = new StringBuilder();

  private MarkdownBriefing(BriefingPage page) {
    this.page = page;
  }

  /** The text as UTF-8. */
  static byte[] write(BriefingPage page) {
    return new MarkdownBriefing(page).write().getBytes(StandardCharsets.UTF_8);
  }

  private String write() {
    out.append("---\n");
    facts()
        .forEach((name, value) -> out.append(name).append(": ").append(yaml(value)).append('\n'));
    out.append("---\n\n# ").append(MarkdownText.escaped(page.title())).append("\n\n");
    if (page.isGone()) {
      out.append("*The publisher has taken this page away; this is what it last said.*\n\n");
    }
    page.turns().forEach(this::turn);
    return out.toString();
  }

  private Map<String, Object> facts() {
    Briefing briefing = page.briefing();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("id", briefing.id());
    facts.put("title", briefing.title());
    facts.put("date", briefing.date() == null ? null : briefing.date().toString());
    facts.put(
        "publishedOn", briefing.publishedOn() == null ? null : briefing.publishedOn().toString());
    facts.put("language", briefing.language());
    facts.put("source", briefing.source());
    facts.put("organisation", briefing.organisation());
    facts.put("series", briefing.series());
    facts.put("spokespersons", page.spokespersons());
    facts.put("url", briefing.url());
    facts.put("link", briefing.revision().link());
    facts.put("permalink", page.address());
    facts.put("state", page.isGone() ? "gone" : "present");
    facts.put("version", briefing.version());
    facts.put("revision", briefing.revision().number());
    facts.put("fetchedAt", page.fetchedAt());
    facts.put("sha256", briefing.revision().sha256());
    return facts;
  }

  // JSON is YAML, and quotes whatever YAML would take for something else.
  private static String yaml(Object value) {
    try {
      return EventJson.MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a fact cannot be written as JSON", e);
    }
  }

  private void turn(BriefingPage.Turn turn) {
    out.append("## ").append(MarkdownText.escaped(turn.heading())).append("\n\n");
    if (turn.isQuestion()) {
      out.append(quoted(turn.questionParagraphs()));
    }
    for (BriefingPage.Said said : turn.answer()) {
      List<String> paragraphs = new ArrayList<>();
      said.paragraphs().forEach(paragraph -> paragraphs.add(MarkdownText.escaped(paragraph)));
      if (!said.speaker().isBlank()) {
        out.append("**").append(MarkdownText.escaped(said.speaker())).append("**\n\n");
      }
      out.append(String.join("\n\n", paragraphs)).append("\n\n");
    }
    if (turn.answeredIn() != null) {
      out.append("*Answered with another question:* `").append(turn.answeredIn()).append("`\n\n");
    }
    if (turn.isUnanswered()) {
      out.append("*Not answered.*\n\n");
    }
    out.append('<').append(turn.permalink()).append(">\n\n");
  }

  private static String quoted(List<String> paragraphs) {
    StringBuilder quote = new StringBuilder();
    for (String paragraph : paragraphs) {
      quote.append(quote.isEmpty() ? "" : ">\n");
      quote.append("> ").append(MarkdownText.escaped(paragraph)).append('\n');
    }
    return quote.append('\n').toString();
  }
}

package dev.podium.contracts.briefing;

import dev.podium.contracts.event.JsonBytes;
import dev.podium.contracts.event.JsonBytes.Name;
import java.util.List;

/** Writes the exchanges of a briefing, for {@link BriefingJson}. */
final class ExchangeJson {

  private static final Name ID = new Name("id");
  private static final Name NAME = new Name("name");
  private static final Name LABEL = new Name("label");
  private static final Name TEXT = new Name("text");
  private static final Name START = new Name("start");
  private static final Name END = new Name("end");
  private static final Name SEGMENTS = new Name("segments");
  private static final Name NOTES = new Name("notes");
  private static final Name ORDINAL = new Name("ordinal");
  private static final Name KIND = new Name("kind");
  private static final Name ANSWERED = new Name("answered");
  private static final Name QUESTION = new Name("question");
  private static final Name ASKER = new Name("asker");
  private static final Name PERSON = new Name("person");
  private static final Name OUTLETS = new Name("outlets");
  private static final Name ANSWER = new Name("answer");
  private static final Name PARTS = new Name("parts");
  private static final Name SPEAKER = new Name("speaker");
  private static final Name FOLLOW_UP_TO = new Name("followUpTo");
  private static final Name ANSWERED_IN = new Name("answeredIn");

  private final JsonBytes json;

  ExchangeJson(JsonBytes json) {
    this.json = json;
  }

  void write(Exchange exchange) {
    json.open('{').name(ID).text(exchange.id()).name(ORDINAL).number(exchange.ordinal());
    json.name(KIND).text(exchange.kind() == null ? null : exchange.kind().code());
    json.name(ANSWERED).text(answered(exchange.answered()));
    question(exchange.question());
    answer(exchange.answer());
    json.name(FOLLOW_UP_TO).text(exchange.followUpTo());
    json.name(ANSWERED_IN).text(exchange.answeredIn());
    BriefingJson.warnings(json, exchange.warnings());
    json.close('}');
  }

  private void question(Exchange.Question question) {
    json.name(QUESTION);
    if (question == null) {
      json.nothing();
      return;
    }
    json.open('{').name(TEXT).text(question.text());
    asker(question.asker());
    segments(question.segments());
    notes(question.notes());
    json.close('}');
  }

  private void asker(Exchange.Asker asker) {
    json.name(ASKER);
    if (asker == null) {
      json.nothing();
      return;
    }
    json.open('{').name(LABEL).text(asker.label()).name(PERSON).text(asker.person());
    json.name(OUTLETS).open('[');
    for (Exchange.Outlet outlet : asker.outlets()) {
      json.open('{').name(ID).text(outlet.id()).name(NAME).text(outlet.name()).close('}');
    }
    json.close(']').close('}');
  }

  private void answer(Exchange.Answer answer) {
    json.name(ANSWER);
    if (answer == null) {
      json.nothing();
      return;
    }
    json.open('{').name(TEXT).text(answer.text()).name(PARTS).open('[');
    for (Exchange.Part part : answer.parts()) {
      json.open('{');
      speaker(part.speaker());
      json.name(TEXT).text(part.text());
      segments(part.segments());
      json.close('}');
    }
    json.close(']');
    notes(answer.notes());
    json.close('}');
  }

  private void speaker(Exchange.Speaker speaker) {
    json.name(SPEAKER);
    if (speaker == null) {
      json.nothing();
      return;
    }
    json.open('{').name(ID).text(speaker.id()).name(NAME).text(speaker.name());
    json.name(LABEL).text(speaker.label()).close('}');
  }

  private void segments(List<Segment> segments) {
    json.name(SEGMENTS).open('[');
    for (Segment segment : segments) {
      json.open('{').name(START).number(segment.start()).name(END).number(segment.end());
      json.close('}');
    }
    json.close(']');
  }

  private void notes(List<Note> notes) {
    json.name(NOTES).open('[');
    for (Note note : notes) {
      json.open('{').name(TEXT).text(note.text()).name(START).number(note.start());
      json.name(END).number(note.end()).close('}');
    }
    json.close(']');
  }

  private static String answered(Exchange.Answered answered) {
    return switch (answered) {
      case null -> null;
      case HERE -> "here";
      case ELSEWHERE -> "elsewhere";
      case NO -> "no";
    };
  }
}

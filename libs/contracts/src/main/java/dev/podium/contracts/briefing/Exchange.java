package dev.podium.contracts.briefing;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * The unit of a briefing: a statement, or a question with its answer.
 *
 * @param id 16 lower-case base32 characters, see {@link dev.podium.contracts.identity.ExchangeIds}
 * @param ordinal from 1, in reading order
 * @param answered null for a statement
 * @param question null for a statement
 * @param answer null for a question that has no answer of its own; a statement's text
 * @param followUpTo id of the exchange that this one follows up; null where it is not marked as one
 * @param answeredIn id of the exchange whose answer covers this question, or null
 */
public record Exchange(
    String id,
    int ordinal,
    Kind kind,
    Answered answered,
    Question question,
    Answer answer,
    String followUpTo,
    String answeredIn,
    List<Warning> warnings) {

  public Exchange {
    warnings = Lists.orEmpty(warnings);
  }

  /** Whether the podium speaks unasked. */
  public enum Kind {
    @JsonProperty("statement")
    STATEMENT("statement"),
    @JsonProperty("question")
    QUESTION("question");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    /** The word in JSON, in ids and in queries. */
    public String code() {
      return code;
    }
  }

  /** Where a question's answer stands. */
  public enum Answered {
    @JsonProperty("here")
    HERE,
    @JsonProperty("elsewhere")
    ELSEWHERE,
    @JsonProperty("no")
    NO
  }

  /**
   * What was asked.
   *
   * @param text without marker and label; paragraphs joined by {@code \n}
   * @param asker never null
   */
  public record Question(String text, Asker asker, List<Segment> segments, List<Note> notes) {
    public Question {
      segments = Lists.orEmpty(segments);
      notes = Lists.orEmpty(notes);
    }
  }

  /**
   * Who asked.
   *
   * @param label as printed, without colon; null where the page has only a marker
   * @param person the journalist's name, or null
   */
  public record Asker(String label, String person, List<Outlet> outlets) {
    public Asker {
      outlets = Lists.orEmpty(outlets);
    }
  }

  /**
   * A news outlet.
   *
   * @param id registry id; null for one that the registry does not know
   * @param name in the page's language; as printed where the id is null
   */
  public record Outlet(String id, String name) {}

  /**
   * What the podium said until the next question.
   *
   * @param text the parts joined by {@code \n}
   */
  public record Answer(String text, List<Part> parts, List<Note> notes) {
    public Answer {
      parts = Lists.orEmpty(parts);
      notes = Lists.orEmpty(notes);
    }
  }

  /**
   * What one speaker said.
   *
   * @param speaker null where the page does not tell
   */
  public record Part(Speaker speaker, String text, List<Segment> segments) {
    public Part {
      segments = Lists.orEmpty(segments);
    }
  }

  /**
   * Who speaks for the podium.
   *
   * @param id registry id, or null for an unknown person
   * @param name base form in the page's language, or null
   * @param label as printed, without colon; null where the page has only a marker or nothing
   */
  public record Speaker(String id, String name, String label) {}
}

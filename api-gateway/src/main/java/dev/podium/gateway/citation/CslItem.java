package dev.podium.gateway.citation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;

/** A citation as the data schema of the Citation Style Language 1.0.2 has it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CslItem(
    String id,
    String type,
    List<Name> author,
    List<Name> interviewer,
    String title,
    @JsonProperty("event-title") String eventTitle,
    Day issued,
    Day accessed,
    String publisher,
    @JsonProperty("URL") String url,
    String language,
    String note) {

  /** A name that is not taken apart. */
  record Name(String literal) {}

  /** Year, month and day. */
  record Day(@JsonProperty("date-parts") List<List<Integer>> dateParts) {

    private static Day of(LocalDate day) {
      return day == null
          ? null
          : new Day(List.of(List.of(day.getYear(), day.getMonthValue(), day.getDayOfMonth())));
    }
  }

  static CslItem of(Citation citation) {
    boolean isAsked = !citation.asker().isBlank();
    return new CslItem(
        citation.id(),
        isAsked ? "interview" : "speech",
        citation.authors().stream().map(Name::new).toList(),
        isAsked ? List.of(new Name(citation.asker())) : null,
        citation.title(),
        citation.title(),
        Day.of(citation.day()),
        Day.of(citation.accessed()),
        citation.publisher(),
        citation.url(),
        citation.language(),
        citation.note());
  }
}

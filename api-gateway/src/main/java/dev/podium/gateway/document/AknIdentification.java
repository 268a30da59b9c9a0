package dev.podium.gateway.document;

import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import dev.podium.contracts.briefing.Briefing;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The names of a briefing in the naming convention of Akoma Ntoso: of the work, of this revision of
 * it in its language, and of this file.
 */
record AknIdentification(Briefing briefing) {

  // ISO 3166 leaves it to its users.
  private static final String NOWHERE = "zz";

  /** ISO 3166-1 alpha-2 of the publisher's time zone, in lower case; {@code zz} of no country's. */
  String country() {
    try {
      String region = TimeZone.getRegion(briefing.timeZone());
      return region.length() == 2 ? region.toLowerCase(Locale.ROOT) : NOWHERE;
    } catch (IllegalArgumentException e) {
      return NOWHERE;
    }
  }

  /** ISO 639-2, of three letters; {@code und} where there is none. */
  String language() {
    String three = ULocale.forLanguageTag(briefing.language()).getISO3Language();
    return three.isEmpty() ? "und" : three;
  }

  /** The day of the briefing; of its publication or fetch where the page does not tell. */
  LocalDate date() {
    return Stream.of(briefing.date(), briefing.publishedOn())
        .filter(Objects::nonNull)
        .findFirst()
        .orElseGet(this::fetchedOn);
  }

  LocalDate fetchedOn() {
    return briefing.revision().fetchedAt().atZone(ZoneOffset.UTC).toLocalDate();
  }

  String work() {
    return "/akn/" + country() + "/debate/" + date() + '/' + briefing.id();
  }

  String expression() {
    return work() + '/' + language() + '@' + fetchedOn() + "/v" + briefing.version();
  }

  String manifestation() {
    return expression() + ".akn";
  }
}

package dev.podium.parse.briefing;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Exchange;
import dev.podium.contracts.briefing.Warning;
import dev.podium.parse.date.Dates;
import dev.podium.parse.dialect.Dialect;
import dev.podium.parse.dialect.LinePattern;
import dev.podium.parse.registry.Spokespersons;
import dev.podium.parse.transcript.Transcript;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Tells who holds a briefing. */
final class Holders {

  private final Spokespersons spokespersons;
  private final Dialect dialect;
  private final String organisation;
  private final String language;

  Holders(Spokespersons spokespersons, Dialect dialect, String organisation, String language) {
    this.spokespersons = spokespersons;
    this.dialect = dialect;
    this.organisation = organisation;
    this.language = language;
  }

  /** Those whom the title names; one that the registry does not know keeps its printed name. */
  List<Briefing.Spokesperson> inTitle(String title, Dates dates, List<Warning> warnings) {
    if (title == null) {
      return List.of();
    }
    LocalDate day = dates.date() != null ? dates.date() : dates.publishedOn();
    List<Briefing.Spokesperson> known = spokespersons.named(title, organisation, day, language);
    if (!known.isEmpty()) {
      return known;
    }
    for (LinePattern pattern : dialect.holders()) {
      String name = pattern.group(title);
      if (name != null && !name.isBlank()) {
        warnings.add(
            new Warning("spokesperson-unknown", "the registry does not know " + name.strip()));
        return List.of(new Briefing.Spokesperson(null, name.strip(), null));
      }
    }
    return List.of();
  }

  /** Those of the title; where it names nobody, the known ones who speak. */
  List<Briefing.Spokesperson> orSpeakers(List<Briefing.Spokesperson> named, Transcript transcript) {
    if (!named.isEmpty()) {
      return named;
    }
    List<Briefing.Spokesperson> speaking = new ArrayList<>();
    for (Exchange.Speaker speaker : transcript.speakers()) {
      if (speaker.id() != null && speaking.stream().noneMatch(s -> s.id().equals(speaker.id()))) {
        speaking.add(spokespersons.holder(speaker, organisation, language));
      }
    }
    return speaking;
  }
}

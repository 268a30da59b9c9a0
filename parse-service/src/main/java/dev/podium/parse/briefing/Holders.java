package dev.podium.parse.briefing;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Exchange;
import dev.podium.contracts.briefing.Warning;
import dev.podium.parse.date.Dates;
import dev.podium.parse.dialect.Dialect;
import dev.podium.parse.dialect.LinePattern;
import dev.podium.parse.registry.Spokespersons;
import dev.podium.parse.transcript.Aside;
import dev.podium.parse.transcript.Transcript;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

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
    LocalDate day = day(dates);
    List<Briefing.Spokesperson> known = spokespersons.named(title, organisation, day, language);
    if (!known.isEmpty()) {
      return known;
    }
    return byPattern(title, day, warnings);
  }

  /** Those whom a line above the transcript names, as the dialect knows such lines. */
  List<Briefing.Spokesperson> inHead(SortedPage sorted, Dates dates, List<Warning> warnings) {
    for (Aside aside : sorted.asides()) {
      if (aside.reason().equals("heading")) {
        List<Briefing.Spokesperson> named = byPattern(aside.block().text(), day(dates), warnings);
        if (!named.isEmpty()) {
          return named;
        }
      }
    }
    return List.of();
  }

  private List<Briefing.Spokesperson> byPattern(
      String line, LocalDate day, List<Warning> warnings) {
    for (LinePattern pattern : dialect.holders().all()) {
      String name = pattern.group(line);
      if (name != null && !name.isBlank()) {
        List<Briefing.Spokesperson> known = spokespersons.named(name, organisation, day, language);
        if (!known.isEmpty()) {
          return known;
        }
        warnings.add(
            new Warning("spokesperson-unknown", "the registry does not know " + name.strip()));
        return List.of(new Briefing.Spokesperson(null, name.strip(), null));
      }
    }
    return List.of();
  }

  private static LocalDate day(Dates dates) {
    return dates.date() != null ? dates.date() : dates.publishedOn();
  }

  /** Those of the title; where it names nobody, the known ones who speak. */
  List<Briefing.Spokesperson> orSpeakers(
      List<Briefing.Spokesperson> named, Transcript transcript, List<Warning> warnings) {
    if (!named.isEmpty()) {
      compare(named, transcript, warnings);
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

  /** Titles are copied from one day to the next, and then name who did not speak. */
  private static void compare(
      List<Briefing.Spokesperson> named, Transcript transcript, List<Warning> warnings) {
    List<String> speaking =
        transcript.speakers().stream().map(Exchange.Speaker::id).filter(Objects::nonNull).toList();
    boolean known = named.stream().anyMatch(person -> person.id() != null);
    if (known
        && !speaking.isEmpty()
        && named.stream().noneMatch(person -> speaking.contains(person.id()))) {
      warnings.add(
          new Warning(
              "spokesperson-disagreement",
              "the title names " + named.getFirst().name() + ", but " + speaking + " speak"));
    }
  }
}

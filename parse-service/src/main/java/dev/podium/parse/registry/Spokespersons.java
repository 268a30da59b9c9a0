package dev.podium.parse.registry;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Exchange;
import dev.podium.parse.yaml.Declaration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The spokespersons that are known, by whatever form of their name a page gives. */
public final class Spokespersons {

  private static final char[] APART = {',', '('};

  private final People people;

  private Spokespersons(People people) {
    this.people = people;
  }

  /**
   * Reads the registries' files.
   *
   * @throws dev.podium.parse.yaml.InvalidDeclarationException if one is wrong, or a whole name
   *     stands for two persons
   */
  public static Spokespersons read(List<Declaration> files) {
    return new Spokespersons(People.read(files));
  }

  /**
   * Whether a label is a name, or the short name of someone of that organisation, with or without
   * titles.
   */
  public boolean isSpeaker(String label, String organisation) {
    return !people.called(label, organisation).isEmpty();
  }

  /**
   * The speaker of a label. One whom a title or a short name does not tell from others stays
   * unknown.
   *
   * @param holders of the briefing, who are meant by a short name that others share, and by a label
   *     that says only what they are
   */
  public Exchange.Speaker speaker(
      String label, String organisation, String language, List<Briefing.Spokesperson> holders) {
    Set<Person> called = called(label, organisation);
    Person person = only(called.size() == 1 ? called : meant(label, organisation, called, holders));
    return person == null
        ? new Exchange.Speaker(null, null, label)
        : new Exchange.Speaker(person.id(), person.name(language, label), label);
  }

  /** The holders whom a shared short name may mean, or a label that names nobody. */
  private List<Person> meant(
      String label, String organisation, Set<Person> called, List<Briefing.Spokesperson> holders) {
    return holders.stream()
        .filter(holder -> holder.id() != null)
        .map(holder -> people.get(holder.id()))
        .filter(
            holder ->
                called.isEmpty() ? holder.isCalled(label, organisation) : called.contains(holder))
        .toList();
  }

  private static Person only(Collection<Person> persons) {
    return persons.size() == 1 ? persons.iterator().next() : null;
  }

  /**
   * Those of the whole label, else of one side of its comma or bracket, where the other says what
   * they are: {@code Arindam Bagchi, Official Spokesperson}, {@code Presidenta, Claudia Sheinbaum}
   * or {@code Official Spokesperson (Vikas Swarup)}.
   */
  private Set<Person> called(String label, String organisation) {
    Set<Person> called = people.called(label, organisation);
    for (char mark : APART) {
      int at = label.indexOf(mark);
      if (called.isEmpty() && at >= 0) {
        called = people.called(label.substring(0, at), organisation);
      }
      if (called.isEmpty() && at >= 0) {
        called = people.called(label.substring(at + 1), organisation);
      }
    }
    return called;
  }

  /** A known speaker as the holder of a briefing of that organisation. */
  public Briefing.Spokesperson holder(
      Exchange.Speaker speaker, String organisation, String language) {
    return spokesperson(people.get(speaker.id()), organisation, language);
  }

  /**
   * Those who are named in a text and spoke for an organisation on a day, in the order of the text:
   * by whole names, and by short names that have a title and no namesakes.
   *
   * @param day or null, which leaves it open
   */
  public List<Briefing.Spokesperson> named(
      String text, String organisation, LocalDate day, String language) {
    Set<Person> found = new LinkedHashSet<>();
    String words = Folding.words(text);
    for (int at = 0; at < words.length(); ) {
      int end = Folding.isBoundary(words, at) ? nameAt(words, at, organisation, day, found) : at;
      at = Math.max(end, at + 1);
    }
    return found.stream().map(person -> spokesperson(person, organisation, language)).toList();
  }

  /** Adds whom the longest name that starts here means, if one does; where it ends. */
  private int nameAt(
      String words, int from, String organisation, LocalDate day, Set<Person> found) {
    int start = people.titles().after(words, from);
    long lengths = people.lengths(words, start);
    if (lengths == 0) {
      return start;
    }
    int last = Math.min(words.length(), start + people.longest());
    int letters = Folding.letters(words, start, last);
    for (int end = last; end > start; end--) {
      boolean asLong = (lengths & People.length(letters)) != 0;
      letters -= words.charAt(end - 1) == ' ' ? 0 : 1;
      if (asLong && Folding.isBoundary(words, end)) {
        Person person = personAt(words, from, start, end, organisation, day);
        if (person != null) {
          found.add(person);
          return end;
        }
      }
    }
    return start;
  }

  private Person personAt(
      String words, int from, int start, int end, String organisation, LocalDate day) {
    String name = words.substring(start, end);
    String key = Folding.joined(name);
    Person whole = people.whole(key);
    if (whole != null) {
      return whole.isOf(organisation) && whole.isOn(day) ? whole : null;
    }
    if (!people.isShortName(key, organisation)) {
      return null;
    }
    Titles titles = people.titles();
    boolean titled =
        start > from || titles.after(words, end) > end || titles.shortened(name).size() > 1;
    // In a run of Chinese characters the tail of a longer name looks like a family name.
    if (!titled || !Folding.isStart(words, from)) {
      return null;
    }
    Set<Person> namesakes = people.ofShortName(key, organisation, words, from);
    return only(namesakes.stream().filter(person -> person.isOn(day)).toList());
  }

  private static Briefing.Spokesperson spokesperson(
      Person person, String organisation, String language) {
    return new Briefing.Spokesperson(
        person.id(), person.name(language, null), person.role(organisation, language));
  }
}

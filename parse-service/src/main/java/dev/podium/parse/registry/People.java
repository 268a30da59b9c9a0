package dev.podium.parse.registry;

import dev.podium.parse.yaml.Declaration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The persons of the registries' files, by what they are called. */
final class People {

  private static final int BEGINNINGS = 1 << 12;

  private final Titles titles;
  private final Map<String, Person> byId = new HashMap<>();
  private final Map<String, Person> byName = new HashMap<>();

  /** By organisation and short name; several persons may share one. */
  private final Map<String, Map<String, Set<Person>>> byShortName = new HashMap<>();

  private int longest;

  /** How long the keys are that begin with two letters, by a hash of these: a bit a length. */
  private final long[] lengths = new long[BEGINNINGS];

  private People(Titles titles) {
    this.titles = titles;
  }

  static People read(List<Declaration> files) {
    People people = new People(Titles.read(files));
    PersonReader reader = new PersonReader(files);
    for (Declaration file : files) {
      for (Declaration declaration : file.mappings("spokespersons")) {
        people.add(declaration, reader.read(declaration));
      }
    }
    return people;
  }

  private void add(Declaration declaration, Person declared) {
    Person person = byId.merge(declared.id(), declared, Person::and);
    for (String name : person.names().all().toList()) {
      Person other = byName.put(key(name), person);
      if (other != null && !other.id().equals(person.id())) {
        throw declaration.error(
            "names", name + " stands for both " + other.id() + " and " + person.id());
      }
    }
    for (String shortName : person.shortNames()) {
      for (String organisation : person.posts().keySet()) {
        Set<Person> namesakes =
            byShortName
                .computeIfAbsent(organisation, none -> new HashMap<>())
                .computeIfAbsent(key(shortName), none -> new LinkedHashSet<>());
        namesakes.removeIf(other -> other.id().equals(person.id()));
        namesakes.add(person);
      }
    }
  }

  /** The key of a name that is entered. */
  private String key(String name) {
    String words = Folding.words(name);
    longest = Math.max(longest, words.length());
    String key = Folding.joined(words);
    if (!key.isEmpty()) {
      lengths[beginning(key.charAt(0), key.length() > 1 ? key.charAt(1) : 0)] |=
          length(key.length());
    }
    return key;
  }

  private static int beginning(int first, int second) {
    return (first * 31 + second) & (BEGINNINGS - 1);
  }

  /** The bit of a key's length; the last one stands for all that are longer. */
  static long length(int letters) {
    return 1L << Math.min(letters, Long.SIZE - 1);
  }

  /**
   * How long the keys of names may be that begin at a place of folded words, see {@link #length};
   * at most places none begins.
   */
  long lengths(String words, int from) {
    int first = nextLetter(words, from);
    if (first >= words.length()) {
      return 0;
    }
    int second = nextLetter(words, first + 1);
    long longer =
        second < words.length() ? lengths[beginning(words.charAt(first), words.charAt(second))] : 0;
    return lengths[beginning(words.charAt(first), 0)] | longer;
  }

  private static int nextLetter(String words, int from) {
    int i = from;
    while (i < words.length() && words.charAt(i) == ' ') {
      i++;
    }
    return i;
  }

  Titles titles() {
    return titles;
  }

  /** How long the longest name is. */
  int longest() {
    return longest;
  }

  /** The person of an id that came from here. */
  Person get(String id) {
    return byId.get(id);
  }

  /** The one of a whole name, given as its key; or null. */
  Person whole(String key) {
    return byName.get(key);
  }

  /** Whether somebody of an organisation has a short name, given as its key. */
  boolean isShortName(String key, String organisation) {
    return byShortName.getOrDefault(organisation, Map.of()).containsKey(key);
  }

  /** Those of a short name, given as its key, whom the title at a place of a text may be of. */
  Set<Person> ofShortName(String key, String organisation, String words, int title) {
    Set<Person> namesakes = byShortName.getOrDefault(organisation, Map.of()).get(key);
    if (namesakes == null) {
      return Set.of();
    }
    return namesakes.stream()
        .filter(person -> titles.fits(words, title, person))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Those whom a label may mean, titles aside: one by a whole name, any by a short one. */
  Set<Person> called(String label, String organisation) {
    String words = Folding.words(label);
    for (String form : titles.shortened(words)) {
      String key = Folding.joined(form);
      Person whole = whole(key);
      if (whole != null) {
        return Set.of(whole);
      }
      Set<Person> namesakes = ofShortName(key, organisation, words, 0);
      if (!namesakes.isEmpty()) {
        return namesakes;
      }
    }
    return Set.of();
  }
}

package dev.podium.parse.registry;

import dev.podium.parse.yaml.Declaration;
import java.util.BitSet;
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

  /** The first two letters of all keys, by their hash. */
  private final BitSet beginnings = new BitSet(BEGINNINGS);

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
      beginnings.set(beginning(key.charAt(0), key.length() > 1 ? key.charAt(1) : 0));
    }
    return key;
  }

  private static int beginning(int first, int second) {
    return (first * 31 + second) & (BEGINNINGS - 1);
  }

  /** Whether the key of a name may begin at a place of folded words; most places begin none. */
  boolean mayBegin(String words, int from) {
    int first = nextLetter(words, from);
    int second = nextLetter(words, first + 1);
    return first < words.length()
        && (beginnings.get(beginning(words.charAt(first), 0))
            || (second < words.length()
                && beginnings.get(beginning(words.charAt(first), words.charAt(second)))));
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

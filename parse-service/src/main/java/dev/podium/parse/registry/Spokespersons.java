package dev.podium.parse.registry;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Exchange;
import dev.podium.parse.yaml.Declaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The spokespersons that are known, by whatever form of their name a page gives. */
public final class Spokespersons {

  private static final Set<String> KEYS = Set.of("id", "organisation", "role", "names");

  private final Map<String, Person> byName = new HashMap<>();

  /** Persons by family name, where only one person of an organisation has it. */
  private final Map<String, Person> byFamilyName = new HashMap<>();

  private final Set<String> sharedFamilyNames = new HashSet<>();
  private int longest;

  private record Person(String id, String organisation, Names names, Map<String, String> roles) {}

  /**
   * Reads the registries' files.
   *
   * @throws dev.podium.parse.yaml.InvalidDeclarationException if one is wrong, or a name stands for
   *     two persons
   */
  public static Spokespersons read(List<Declaration> files) {
    Spokespersons persons = new Spokespersons();
    for (Declaration file : files) {
      file.mappings("spokespersons").forEach(persons::add);
    }
    return persons;
  }

  private void add(Declaration declaration) {
    declaration.onlyKeys(KEYS);
    Declaration role = declaration.mapping("role");
    Map<String, String> roles = new HashMap<>();
    role.keys().forEach(language -> roles.put(language, role.optional(language)));
    Person person =
        new Person(
            declaration.required("id"),
            declaration.required("organisation"),
            Names.read(declaration.mapping("names")),
            roles);
    for (List<String> names : person.names().byLanguage().values()) {
      names.forEach(name -> add(declaration, name, person));
    }
  }

  private void add(Declaration declaration, String name, Person person) {
    Person other = byName.put(key(name), person);
    if (other != null && !other.id().equals(person.id())) {
      throw declaration.error(
          "names", name + " stands for both " + other.id() + " and " + person.id());
    }
    longest = Math.max(longest, name.length());
    int blank = name.indexOf(' ');
    if (blank > 0) {
      addFamilyName(person, key(name.substring(0, blank)));
    }
  }

  private void addFamilyName(Person person, String family) {
    String scoped = person.organisation() + ' ' + family;
    Person other = byFamilyName.putIfAbsent(scoped, person);
    if (other != null && !other.id().equals(person.id())) {
      sharedFamilyNames.add(scoped);
    }
  }

  /** Whether this is the whole name of a person in the registry. */
  public boolean knows(String name) {
    return byName.containsKey(key(name));
  }

  /** Whether a label is a name, or the family name, of someone of that organisation. */
  public boolean isSpeaker(String label, String organisation) {
    return knows(label) || byFamilyName.containsKey(organisation + ' ' + key(label));
  }

  /**
   * The speaker of a label.
   *
   * @param holders of the briefing, among whom a shared family name is looked for first
   */
  public Exchange.Speaker speaker(
      String label, String organisation, String language, List<Briefing.Spokesperson> holders) {
    Person person = byName.get(key(label));
    if (person == null) {
      String scoped = organisation + ' ' + key(label);
      Person family = byFamilyName.get(scoped);
      person = sharedFamilyNames.contains(scoped) ? holder(scoped, holders) : family;
    }
    return person == null
        ? new Exchange.Speaker(null, null, label)
        : new Exchange.Speaker(person.id(), name(person, language, label), label);
  }

  /** Of several persons of a family name, the one who holds the briefing. */
  private Person holder(String scopedFamilyName, List<Briefing.Spokesperson> holders) {
    for (Briefing.Spokesperson holder : holders) {
      Person person = holder.id() == null ? null : byName.get(key(holder.name()));
      if (person != null && scopedFamilyName.startsWith(person.organisation() + ' ')) {
        String english = person.names().in("en");
        String family = scopedFamilyName.substring(person.organisation().length() + 1);
        if (english != null && key(english).startsWith(family + ' ')) {
          return person;
        }
      }
    }
    return null;
  }

  /** The person of an id as the holder of a briefing. */
  public Briefing.Spokesperson holder(Exchange.Speaker speaker, String language) {
    Person person = byName.get(key(speaker.label()));
    if (person == null) {
      person = byName.get(key(speaker.name() == null ? "" : speaker.name()));
    }
    return person == null
        ? new Briefing.Spokesperson(speaker.id(), speaker.name(), null)
        : spokesperson(person, speaker.name(), language);
  }

  /** Those of an organisation who are named in a text, in the order of the text. */
  public List<Briefing.Spokesperson> named(String text, String organisation, String language) {
    Set<Person> found = new LinkedHashSet<>();
    String folded = key(text);
    for (int start = 0; start < folded.length(); ) {
      int end = nameAt(folded, start, organisation, found);
      start = end > start ? end : start + 1;
    }
    List<Briefing.Spokesperson> persons = new ArrayList<>();
    found.forEach(person -> persons.add(spokesperson(person, null, language)));
    return persons;
  }

  /** The longest name that starts here, if any; where it ends. */
  private int nameAt(String text, int start, String organisation, Set<Person> found) {
    if (start > 0 && isLetterOfSpacedScript(text, start - 1)) {
      return start;
    }
    for (int end = Math.min(text.length(), start + longest); end > start + 1; end--) {
      Person person =
          end < text.length() && isLetterOfSpacedScript(text, end)
              ? null
              : byName.get(text.substring(start, end));
      if (person != null && person.organisation().equals(organisation)) {
        found.add(person);
        return end;
      }
    }
    return start;
  }

  private static boolean isLetterOfSpacedScript(String text, int at) {
    char c = text.charAt(at);
    return Character.isLetter(c) && !Character.isIdeographic(c);
  }

  private static Briefing.Spokesperson spokesperson(
      Person person, String printed, String language) {
    String role = person.roles().get(language);
    return new Briefing.Spokesperson(person.id(), name(person, language, printed), role);
  }

  private static String name(Person person, String language, String printed) {
    String known = person.names().in(language);
    return known != null ? known : printed != null ? printed : person.names().in("en");
  }

  /** Capitals, apostrophes' shapes and white space do not make another person. */
  private static String key(String name) {
    StringBuilder key = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '\u2019') {
        key.append('\'');
      } else if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
        key.append(Character.toLowerCase(c));
      } else if (!key.isEmpty() && key.charAt(key.length() - 1) != ' ') {
        key.append(' ');
      }
    }
    return key.toString().strip();
  }
}

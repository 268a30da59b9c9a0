package dev.podium.parse.transcript;

import dev.podium.contracts.briefing.Exchange;
import dev.podium.parse.dialect.Dialect;
import dev.podium.parse.dialect.LinePattern;
import dev.podium.parse.registry.Outlets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Tells the outlets of an asker's label, joint ones included. */
final class Askers {

  /** What is neither letter nor digit, at the start and the end. */
  private static final Pattern MARKS = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");

  /** {@code Speaker 1}: reporters whose names nobody took down. */
  private static final Pattern NUMBER = Pattern.compile(" \\d{1,2}$");

  private final Dialect.Turns turns;
  private final Outlets outlets;
  private final String language;

  Askers(Dialect.Turns turns, Outlets outlets, String language) {
    this.turns = turns;
    this.outlets = outlets;
    this.language = language;
  }

  Exchange.Asker read(String label) {
    if (label == null) {
      return new Exchange.Asker(null, null, List.of());
    }
    for (LinePattern pattern : turns.persons().all()) {
      String person = pattern.group(label);
      if (person != null && !person.isBlank()) {
        return new Exchange.Asker(label, person.strip(), outlets(besides(label, person)));
      }
    }
    return new Exchange.Asker(label, null, outlets(inBrackets(label)));
  }

  /**
   * {@code Reuters} of {@code QUESTION [Reuters]}, nothing of {@code Question (from the floor)};
   * the label where more than a word for askers is in front.
   */
  private String inBrackets(String label) {
    int open = Math.max(label.indexOf('['), label.indexOf('('));
    boolean close = label.endsWith("]") || label.endsWith(")");
    if (open <= 0 || !close || !split(label.substring(0, open), turns).isEmpty()) {
      return label;
    }
    String inside = label.substring(open + 1, label.length() - 1).strip();
    boolean name = LabelShape.looksLikeName(inside) && !Character.isLowerCase(inside.charAt(0));
    return name ? inside : label.substring(0, open);
  }

  private List<Exchange.Outlet> outlets(String label) {
    List<Exchange.Outlet> found = new ArrayList<>();
    for (String name : outlets.knows(label) ? List.of(label) : split(label, turns)) {
      if (!Dialect.Turns.has(turns.questions(), name)) {
        found.add(outlets.find(name, language));
      }
    }
    return found;
  }

  /** What a label says besides the person: {@code WION} of {@code Sidhant, WION}. */
  private static String besides(String label, String person) {
    int start = label.indexOf(person);
    String rest = label.substring(0, start) + ' ' + label.substring(start + person.length());
    return MARKS.matcher(rest).replaceAll("");
  }

  /** The names in a label, without what is said of all askers; none where it names nobody. */
  static List<String> split(String label, Dialect.Turns turns) {
    List<String> names = List.of(label);
    for (String joiner : turns.joiners()) {
      List<String> parts = new ArrayList<>();
      for (String name : names) {
        addParts(name, joiner, parts);
      }
      names = parts;
    }
    List<String> plain = new ArrayList<>();
    for (String name : names) {
      String bare = bare(name, turns);
      if (!bare.isEmpty()) {
        plain.add(bare);
      }
    }
    return plain;
  }

  private static void addParts(String name, String joiner, List<String> parts) {
    int start = 0;
    for (int at = name.indexOf(joiner); at >= 0; at = name.indexOf(joiner, start)) {
      parts.add(name.substring(start, at));
      start = at + joiner.length();
    }
    parts.add(name.substring(start));
  }

  private static String unnumbered(String name) {
    boolean digit = !name.isEmpty() && Character.isDigit(name.charAt(name.length() - 1));
    return digit ? NUMBER.matcher(name).replaceAll("") : name;
  }

  /** {@code AFP} of {@code AFP (follow-up)}. */
  private static String withoutFollowUp(String name, Dialect.Turns turns) {
    int open = Math.max(name.lastIndexOf('('), name.lastIndexOf('\uff08'));
    boolean closed = name.endsWith(")") || name.endsWith("\uff09");
    return open > 0
            && closed
            && Dialect.Turns.has(turns.followUps(), name.substring(open + 1, name.length() - 1))
        ? name.substring(0, open).strip()
        : name;
  }

  private static String bare(String name, Dialect.Turns turns) {
    String bare = unnumbered(name.strip());
    boolean shorter = true;
    while (shorter) {
      shorter = false;
      String key = Dialect.Turns.wordKey(bare);
      if (turns.followUps().contains(key)
          || turns.afterwards().contains(key)
          || turns.questions().contains(key)) {
        return "";
      }
      String unbracketed = withoutFollowUp(bare, turns);
      shorter = unbracketed.length() < bare.length();
      bare = unbracketed;
      for (String suffix : turns.suffixes()) {
        if (bare.endsWith(suffix)) {
          bare = bare.substring(0, bare.length() - suffix.length()).strip();
          shorter = true;
        }
      }
    }
    return bare;
  }
}

package dev.podium.parse.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where a publisher's pages keep what: selectors, each with the region that it stands for. */
public final class Layout {

  /** A layout that knows nothing. */
  public static final Layout UNKNOWN = new Layout(List.of());

  /** A set of compounds that an element matches is one long. */
  private static final int MOST_COMPOUNDS = 64;

  private final List<Selector.Compound> compounds = new ArrayList<>();
  private final List<Rule> rules = new ArrayList<>();

  /** Sets of compounds: those of an element's name, of any element, and what else they ask for. */
  private final Map<String, Long> ofElement = new HashMap<>();

  private long ofAny;
  private long withId;
  private long withClass;
  private long withAttribute;

  /** The compounds that stand for the innermost element. */
  private long last;

  /** One selector. */
  private static final class Rule {

    private final Region region;
    private final int[] compounds;
    private final boolean[] child;

    Rule(Region region, int[] compounds, boolean[] child) {
      this.region = region;
      this.compounds = compounds;
      this.child = child;
    }
  }

  private Layout(List<Map.Entry<Region, String>> selectors) {
    for (Map.Entry<Region, String> selector : selectors) {
      add(selector.getKey(), Selector.of(selector.getValue()));
    }
  }

  /**
   * A layout of these selectors; of two that match an element the first one counts.
   *
   * @param selectors by region; {@link Region#NONE} stands for the links to other languages
   * @throws IllegalArgumentException if one is no selector
   */
  public static Layout of(List<Map.Entry<Region, String>> selectors) {
    return new Layout(selectors);
  }

  private void add(Region region, Selector selector) {
    int count = selector.compounds().size();
    int[] indexes = new int[count];
    boolean[] child = new boolean[count];
    for (int i = 0; i < count; i++) {
      indexes[i] = index(selector.compounds().get(i));
      child[i] = selector.child(i);
    }
    last |= 1L << indexes[count - 1];
    rules.add(new Rule(region, indexes, child));
  }

  private int index(Selector.Compound compound) {
    int known = compounds.indexOf(compound);
    if (known >= 0) {
      return known;
    }
    if (compounds.size() == MOST_COMPOUNDS) {
      throw new IllegalArgumentException("more than " + MOST_COMPOUNDS + " different selectors");
    }
    sort(compound, 1L << compounds.size());
    compounds.add(compound);
    return compounds.size() - 1;
  }

  private void sort(Selector.Compound compound, long bit) {
    if (compound.element() == null) {
      ofAny |= bit;
    } else {
      ofElement.merge(compound.element(), bit, (some, others) -> some | others);
    }
    withId |= compound.id() == null ? 0 : bit;
    withClass |= compound.classes().isEmpty() ? 0 : bit;
    withAttribute |= compound.attributes().isEmpty() ? 0 : bit;
  }

  /** Which compounds an element matches, as a set of bits. */
  long matches(Tag tag) {
    long matches = 0;
    for (long left = candidates(tag); left != 0; left &= left - 1) {
      int compound = Long.numberOfTrailingZeros(left);
      if (compounds.get(compound).matches(tag)) {
        matches |= 1L << compound;
      }
    }
    return matches;
  }

  /** The compounds that ask for no name, id, class or attribute that the element has not. */
  private long candidates(Tag tag) {
    long candidates = ofAny | ofElement.getOrDefault(tag.name(), 0L);
    if (tag.bare()) {
      return candidates & ~(withId | withClass | withAttribute);
    }
    if ((candidates & withId) != 0 && tag.id() == null) {
      candidates &= ~withId;
    }
    if ((candidates & withClass) != 0 && tag.classes() == null) {
      candidates &= ~withClass;
    }
    return candidates;
  }

  /**
   * The region of the innermost element, or null if no selector gives it one.
   *
   * @param path what each open element matches, outermost first
   */
  Region region(long[] path, int depth) {
    if ((path[depth - 1] & last) == 0) {
      return null;
    }
    for (Rule rule : rules) {
      if (rule.region != Region.NONE && applies(rule, path, depth)) {
        return rule.region;
      }
    }
    return null;
  }

  /** Whether the innermost element links the page in another language. */
  boolean languageLink(long[] path, int depth) {
    if ((path[depth - 1] & last) == 0) {
      return false;
    }
    for (Rule rule : rules) {
      if (rule.region == Region.NONE && applies(rule, path, depth)) {
        return true;
      }
    }
    return false;
  }

  private static boolean applies(Rule rule, long[] path, int depth) {
    int last = rule.compounds.length - 1;
    return has(path[depth - 1], rule, last) && above(rule, last - 1, path, depth - 2);
  }

  /** Going up, the nearest fitting element is taken: enough for the simple selectors we accept. */
  private static boolean above(Rule rule, int compound, long[] path, int from) {
    int element = from;
    for (int i = compound; i >= 0; i--) {
      if (rule.child[i]) {
        if (element < 0 || !has(path[element], rule, i)) {
          return false;
        }
      } else {
        while (element >= 0 && !has(path[element], rule, i)) {
          element--;
        }
        if (element < 0) {
          return false;
        }
      }
      element--;
    }
    return true;
  }

  private static boolean has(long matches, Rule rule, int compound) {
    return (matches & 1L << rule.compounds[compound]) != 0;
  }
}

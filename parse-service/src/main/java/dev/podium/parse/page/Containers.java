package dev.podium.parse.page;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Set;

/**
 * The elements of a page that hold paragraphs, as a tree of numbers: whoever looks for the body of
 * an unknown layout asks which of them hold the speech. Lists and quotations are none, since they
 * are parts of what is said. The number of a container is larger than that of the one around it.
 */
public final class Containers {

  /** The page itself, which holds all others. */
  public static final int PAGE = 0;

  static final Set<String> NAMES =
      Set.of(
          "div",
          "section",
          "article",
          "main",
          "table",
          "td",
          "th",
          "form",
          "fieldset",
          "header",
          "footer",
          "aside",
          "nav",
          "center",
          "figure",
          "details");

  private int[] parents = new int[64];
  private int[] kinds = new int[64];
  private final BitSet tables = new BitSet();
  private int count = 1;

  /** A container inside of another one; of the same kind are those of equal name and class. */
  int add(int parent, Tag tag) {
    if (count == parents.length) {
      parents = Arrays.copyOf(parents, count * 2);
      kinds = Arrays.copyOf(kinds, count * 2);
    }
    String style = tag.bare() ? null : tag.classes();
    parents[count] = parent;
    kinds[count] = 31 * tag.name().hashCode() + (style == null ? 0 : style.hashCode());
    if (tag.name().equals("table")) {
      tables.set(count);
    }
    return count++;
  }

  /** How many there are; their numbers are smaller than this. */
  public int count() {
    return count;
  }

  /** Whether it is a table, whose cells hold the paragraphs. */
  public boolean isTable(int container) {
    return tables.get(container);
  }

  /** The one around it; of the page the page itself. */
  public int parent(int container) {
    return parents[container];
  }

  /** What it looks like from outside: alike are those of one element, one class and one parent. */
  public long look(int container) {
    return ((long) parents[container] << 32) | (kinds[container] & 0xffffffffL);
  }
}

package dev.podium.parse.page;

/**
 * The elements that are open at a place of the page. Deeper than {@value #MOST} they are no longer
 * told apart, so that no page takes longer than its length.
 */
final class OpenElements {

  private static final int MOST = 256;

  private final String[] names = new String[MOST];
  private final long[] matches = new long[MOST];
  private final Region[] regions = new Region[MOST];
  private final boolean[] bold = new boolean[MOST];
  private final int[] containers = new int[MOST];
  private int depth;

  boolean isFull() {
    return depth == MOST;
  }

  void push(String name, long matched, boolean isBold) {
    containers[depth] = container();
    names[depth] = name;
    matches[depth] = matched;
    regions[depth] = region();
    bold[depth] = isBold || bold();
    depth++;
  }

  void region(Region region) {
    regions[depth - 1] = region;
  }

  void container(int container) {
    containers[depth - 1] = container;
  }

  int container() {
    return depth == 0 ? Containers.PAGE : containers[depth - 1];
  }

  Region region() {
    return depth == 0 ? Region.NONE : regions[depth - 1];
  }

  boolean bold() {
    return depth > 0 && bold[depth - 1];
  }

  long[] path() {
    return matches;
  }

  int depth() {
    return depth;
  }

  String name() {
    return depth == 0 ? "" : names[depth - 1];
  }

  void pop() {
    depth--;
  }

  /** Closes the innermost element of that name and all inside of it, if there is one. */
  void close(String name) {
    for (int i = depth - 1; i >= 0; i--) {
      if (names[i].equals(name)) {
        depth = i;
        return;
      }
      if ((isScope(names[i]) && !isScope(name))
          || (isCell(names[i]) && Elements.staysInCell(name))) {
        return;
      }
    }
  }

  private static boolean isCell(String name) {
    return name.equals("td") || name.equals("th");
  }

  /** Inline end tags do not close what is outside of their table cell. */
  private static boolean isScope(String name) {
    return switch (name) {
      case "table", "td", "th", "html", "body", "div", "section", "article", "main" -> true;
      default -> false;
    };
  }
}

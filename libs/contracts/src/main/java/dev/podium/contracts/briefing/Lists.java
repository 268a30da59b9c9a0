package dev.podium.contracts.briefing;

import java.util.List;

/** Lists of the contract are never null and never change. */
final class Lists {

  static <T> List<T> orEmpty(List<T> list) {
    // Most lists of an exchange are empty, and a page has some hundreds of them.
    if (list == null || list.isEmpty()) {
      return List.of();
    }
    for (T element : list) {
      if (element == null) {
        // The list's own complaint says nothing to who has sent it.
        throw new IllegalArgumentException("a list has null among its elements");
      }
    }
    return List.copyOf(list);
  }

  private Lists() {}
}

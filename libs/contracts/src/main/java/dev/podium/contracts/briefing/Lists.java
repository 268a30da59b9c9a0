package dev.podium.contracts.briefing;

import java.util.List;
import java.util.Objects;

/** Lists of the contract are never null and never change. */
final class Lists {

  static <T> List<T> orEmpty(List<T> list) {
    if (list == null) {
      return List.of();
    }
    // The list's own complaint says nothing to who has sent it.
    if (list.stream().anyMatch(Objects::isNull)) {
      throw new IllegalArgumentException("a list has null among its elements");
    }
    return List.copyOf(list);
  }

  private Lists() {}
}

package dev.podium.contracts.briefing;

import java.util.List;

/** Lists of the contract are never null and never change. */
final class Lists {

  static <T> List<T> orEmpty(List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  private Lists() {}
}

package dev.podium.parse.dialect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lines that belong to no exchange, by the reason for it. All patterns are tried as one list, since
 * every line of a page is asked about and hardly any matches.
 */
public final class LineReasons {

  private final Map<String, LinePatterns> byReason;
  private final Map<LinePattern, String> reasons = new HashMap<>();
  private final LinePatterns all;

  /**
   * Those of a dialect.
   *
   * @param byReason of two reasons for a line the first one counts
   */
  LineReasons(Map<String, LinePatterns> byReason) {
    this.byReason = new LinkedHashMap<>(byReason);
    List<LinePattern> patterns = new ArrayList<>();
    byReason.forEach(
        (reason, own) -> {
          own.all().forEach(pattern -> reasons.putIfAbsent(pattern, reason));
          patterns.addAll(own.all());
        });
    this.all = LinePatterns.of(patterns);
  }

  /** These and the others. */
  LineReasons and(LineReasons others) {
    Map<String, LinePatterns> both = new LinkedHashMap<>(byReason);
    others.byReason.forEach((reason, more) -> both.merge(reason, more, LinePatterns::and));
    return new LineReasons(both);
  }

  /** Why a line belongs to no exchange, or null. */
  public String of(String line) {
    LinePattern first = all.first(line);
    return first == null ? null : reasons.get(first);
  }
}

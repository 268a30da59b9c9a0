package dev.podium.contracts.change;

import dev.podium.contracts.briefing.Segment;
import java.util.List;

/**
 * Where the words of a text differ before and after a change. What neither list names is the same
 * in both.
 *
 * @param path of the field, such as {@code answer.text}
 * @param removed stretches of the text before, in code points; in order, none touching another
 * @param added stretches of the text after, in code points; in order, none touching another
 */
public record TextDiff(String path, List<Segment> removed, List<Segment> added) {

  public TextDiff {
    removed = removed == null ? List.of() : List.copyOf(removed);
    added = added == null ? List.of() : List.copyOf(added);
  }
}

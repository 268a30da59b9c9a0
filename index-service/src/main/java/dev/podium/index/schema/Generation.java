package dev.podium.index.schema;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A set of indices that are filled together, by one consumer group. Readers go through the aliases,
 * so that another generation can be built beside and take over. Whoever fills it names it by an
 * alias too: a write to one that is not there fails, where a write to an index that is not there
 * would make one of any shape.
 */
public record Generation(int number) {

  private static final String GROUPS = "index-";
  private static final Pattern GROUP = Pattern.compile(GROUPS + "(\\d{1,9})");

  /** Where to write and get what is searched. */
  public String exchanges() {
    return own(Kind.EXCHANGES);
  }

  /** Where to write and get the commit marks. */
  public String briefings() {
    return own(Kind.BRIEFINGS);
  }

  /** Where to write and get all revisions. */
  public String history() {
    return own(Kind.HISTORY);
  }

  /** The consumer group that fills it, from the beginning of the topic. */
  public String group() {
    return GROUPS + number;
  }

  /** The generation that a consumer group fills; empty if it is another's group. */
  public static Optional<Generation> ofGroup(String group) {
    Matcher name = GROUP.matcher(group);
    return name.matches()
        ? Optional.of(new Generation(Integer.parseInt(name.group(1))))
        : Optional.empty();
  }

  /** The index of a kind. */
  public String index(Kind kind) {
    return kind.alias() + '-' + number;
  }

  /** All its indices, by comma. */
  public String indices() {
    return Arrays.stream(Kind.values()).map(this::index).collect(Collectors.joining(","));
  }

  /** The alias that an index has from its making, whether readers see it or not. */
  String own(Kind kind) {
    return index(kind) + "-own";
  }
}

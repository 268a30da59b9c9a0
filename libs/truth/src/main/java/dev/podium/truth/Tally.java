package dev.podium.truth;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Rejection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The verdicts on a set. */
public record Tally(List<Verdict> verdicts) {

  public Tally {
    verdicts = List.copyOf(verdicts);
  }

  /** Those of the briefings, without the pages that are none. */
  public List<Briefing> briefings() {
    return verdicts.stream()
        .map(Verdict::briefing)
        .filter(briefing -> briefing.rejection() == null)
        .toList();
  }

  public int exchanges() {
    return briefings().stream().mapToInt(briefing -> briefing.exchanges().size()).sum();
  }

  /** Of the briefings, from 0 to 1; 1 where there are none, as nothing is missing. */
  public double coverage() {
    return briefings().stream().mapToDouble(Briefing::coverage).average().orElse(1);
  }

  public Map<String, Long> rejections() {
    return counted(
        verdicts.stream()
            .map(verdict -> verdict.briefing().rejection())
            .filter(Objects::nonNull)
            .map(Rejection::code));
  }

  /** Of briefings and of their exchanges. */
  public Map<String, Long> warnings() {
    return counted(
        briefings().stream()
            .flatMap(
                briefing ->
                    Stream.concat(
                        briefing.warnings().stream(),
                        briefing.exchanges().stream().flatMap(e -> e.warnings().stream())))
            .map(warning -> warning.code()));
  }

  private static Map<String, Long> counted(Stream<String> codes) {
    return codes.collect(Collectors.groupingBy(code -> code, TreeMap::new, Collectors.counting()));
  }

  /** How many things of this aspect are known. */
  public int asked(Aspect aspect) {
    return verdicts.stream().mapToInt(verdict -> verdict.asked().getOrDefault(aspect, 0)).sum();
  }

  /** How many of them are so. */
  public int right(Aspect aspect) {
    return asked(aspect) - failures(aspect).size();
  }

  /** From 0 to 1; 1 where nothing is known. */
  public double share(Aspect aspect) {
    return asked(aspect) == 0 ? 1 : (double) right(aspect) / asked(aspect);
  }

  /** Those that are not so, as {@code set/file: what}. */
  public List<String> failures(Aspect aspect) {
    return verdicts.stream().flatMap(verdict -> verdict.failures(aspect).stream()).toList();
  }
}

package dev.podium.contracts.briefing;

import dev.podium.contracts.event.MalformedEventException;
import dev.podium.contracts.event.UtcMillis;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What was taken away on demand, of a briefing or as a whole.
 *
 * @param erasure id of the erasure
 * @param reason kind of the reason, lower case with hyphens, for example {@code court-order}
 * @param at when it was demanded, UTC
 * @param exchangeId null means the briefing itself
 */
public record Erased(String erasure, String reason, @UtcMillis Instant at, String exchangeId) {

  /** The order in which they stand in a briefing: the briefing itself first, then by exchange. */
  public static final Comparator<Erased> ORDER =
      Comparator.comparing(Erased::exchangeId, Comparator.nullsFirst(Comparator.naturalOrder()));

  private static final String WHOLE = "*";
  private static final Pattern FORM =
      Pattern.compile("(\\*|[a-z2-7]{16}):([a-z2-7]{16}):([a-z-]{1,40}):(\\d{1,15})");

  /** As a page's event names them: by comma, each {@code exchange:erasure:reason:milliseconds}. */
  public static String write(Collection<Erased> erased) {
    return erased.stream()
        .map(
            one ->
                String.join(
                    ":",
                    one.exchangeId == null ? WHOLE : one.exchangeId,
                    one.erasure,
                    one.reason,
                    Long.toString(one.at.toEpochMilli())))
        .collect(Collectors.joining(","));
  }

  /**
   * Reads what {@link #write} has written.
   *
   * @param text null or empty for none
   * @throws MalformedEventException if it is something else
   */
  public static List<Erased> read(String text) {
    return text == null || text.isEmpty()
        ? List.of()
        : Arrays.stream(text.split(",", -1)).map(Erased::one).toList();
  }

  private static Erased one(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new MalformedEventException("what is erased is not named as it should be: " + text);
    }
    return new Erased(
        matcher.group(2),
        matcher.group(3),
        Instant.ofEpochMilli(Long.parseLong(matcher.group(4))),
        matcher.group(1).equals(WHOLE) ? null : matcher.group(1));
  }
}

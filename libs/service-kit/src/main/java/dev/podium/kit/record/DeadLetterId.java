package dev.podium.kit.record;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a dead letter is called, such as {@code index-3-120}: the service that gave up, and where
 * the letter stands in its topic.
 */
public record DeadLetterId(String service, int partition, long offset) {

  private static final Pattern FORM = Pattern.compile("([a-z]{1,20})-(\\d{1,9})-(\\d{1,18})");

  /** Reads an id; empty if it has not the form of one. */
  public static Optional<DeadLetterId> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new DeadLetterId(
                matcher.group(1),
                Integer.parseInt(matcher.group(2)),
                Long.parseLong(matcher.group(3))))
        : Optional.empty();
  }

  /** The topic of what a service rejects of another topic. */
  public static String topic(String source, String service) {
    return source + '.' + service + ".dlq";
  }

  @Override
  public String toString() {
    return service + '-' + partition + '-' + offset;
  }
}

package dev.podium.kit.deadletter;

import dev.podium.contracts.event.CloudEvent;
import dev.podium.contracts.identity.PageIds;
import dev.podium.contracts.topic.DeadLetterHeaders;
import dev.podium.kit.record.RecordHeaders;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The letters of pages that were erased, or of which an exchange was. A mark in each partition
 * hides all letters of its page there, those before it and those behind.
 */
final class ErasedLetters {

  private static final Pattern KEY = Pattern.compile("([a-z2-7]{16})/.*");

  private final Set<Page> erased = new HashSet<>();
  private final Map<Page, Set<String>> letters = new HashMap<>();

  private record Page(int partition, String id) {}

  /** Notes a mark; the ids of the letters so far that it hides. */
  Set<String> mark(ConsumerRecord<String, byte[]> mark, Map<String, String> headers) {
    Page page = new Page(mark.partition(), erased(headers));
    erased.add(page);
    return letters.getOrDefault(page, Set.of());
  }

  /** Whether a letter is not hidden so far. */
  boolean lets(ConsumerRecord<String, byte[]> letter, String id) {
    Page page = new Page(letter.partition(), page(letter));
    letters.computeIfAbsent(page, any -> new HashSet<>()).add(id);
    return !erased.contains(page);
  }

  /** The page that a mark hides, or null where a record is no such mark. */
  static String erased(Map<String, String> headers) {
    return headers.get(DeadLetterHeaders.ERASED);
  }

  /** The id of a letter's page, from what of it can be read; empty where nothing can. */
  static String page(ConsumerRecord<String, byte[]> letter) {
    String subject = RecordHeaders.read(letter.headers()).get(CloudEvent.header("subject"));
    if (subject != null) {
      return subject;
    }
    String key = letter.key() == null ? "" : letter.key();
    Matcher briefing = KEY.matcher(key);
    if (briefing.matches()) {
      return briefing.group(1);
    }
    return key.isEmpty() ? "" : PageIds.of(key);
  }
}

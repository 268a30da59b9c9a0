package dev.podium.index.rebuild;

import static java.time.temporal.ChronoUnit.MILLIS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Erased;
import dev.podium.contracts.briefing.Exchange;
import dev.podium.contracts.briefing.Suppression;
import dev.podium.contracts.change.Change;
import dev.podium.contracts.event.EventJson;
import dev.podium.contracts.topic.Topics;
import dev.podium.index.Erasing;
import dev.podium.index.Sample;
import dev.podium.index.Topic;
import dev.podium.index.briefing.MemoryIndex;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Pages that are edited, go, and come back; revisions that come late, or again. */
final class Newsroom {

  private static final int LATEST = 5_000;

  private final Instances instances;
  private final Random random = new Random(20260313);
  private final Map<Integer, Integer> minutes = new HashMap<>();
  private final List<Briefing> sent = new ArrayList<>();
  private int pages;

  Newsroom(Instances instances) {
    this.instances = instances;
  }

  /** Publishes so many revisions, of new pages and of known ones. */
  synchronized void publish(int count) {
    List<Briefing> revisions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean again = !sent.isEmpty() && random.nextInt(10) == 0;
      revisions.add(again ? sent.get(random.nextInt(sent.size())) : revision());
    }
    sent.addAll(revisions);
    Topic.writeTo(instances.bootstrapServers(), revisions.stream().map(Topic::toRecord).toList());
  }

  /** Publishes on and on, until it is closed. */
  ScheduledExecutorService busy() {
    ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    var unused = thread.scheduleWithFixedDelay(() -> publish(3), 0, 150, TimeUnit.MILLISECONDS);
    return thread;
  }

  private Briefing revision() {
    boolean known = pages > 0 && random.nextInt(3) > 0;
    int page = known ? random.nextInt(Math.min(pages, LATEST)) : pages++;
    int minute = minutes.merge(page, 2, Integer::sum);
    boolean late = minute > 6 && random.nextInt(5) == 0;
    Sample sample = Sample.page("page-" + page).minute(late ? minute - 5 : minute);
    if (known && random.nextInt(6) == 0) {
      return sample.gone();
    }
    for (int question = 0; question < 4; question++) {
      if (random.nextInt(4) > 0) {
        String words = "Que dit le ministère du sujet " + page + " numéro " + question * 1111;
        String wording = random.nextBoolean() ? " ?" : ", et pourquoi donc ?";
        sample.asked(words + wording, "Réponse " + random.nextInt(3));
      }
    }
    return sample.present();
  }

  /** Publishes a record that is no briefing; its key. */
  String publishGarbage() {
    ProducerRecord<String, byte[]> whole =
        Topic.toRecord(Sample.page("garbage").asked("Quoi ?", "Rien.").present());
    Topic.writeTo(
        instances.bootstrapServers(),
        List.of(
            new ProducerRecord<>(
                whole.topic(), null, whole.key(), new byte[] {'{'}, whole.headers())));
    return whole.key();
  }

  /** Erases a page as a whole, and an exchange of another one; the ids of the exchanges. */
  synchronized Set<String> erase() {
    Map<String, List<Briefing>> pages =
        sent.stream()
            .filter(one -> !one.exchanges().isEmpty())
            .collect(Collectors.groupingBy(Briefing::id));
    List<List<Briefing>> edited =
        pages.values().stream().filter(own -> own.size() > 3).limit(2).toList();
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    List<Briefing> whole = edited.getFirst();
    Set<String> ids =
        whole.stream()
            .flatMap(one -> one.exchanges().stream())
            .map(Exchange::id)
            .collect(Collectors.toCollection(TreeSet::new));
    whole.forEach(one -> records.add(Erasing.tombstone(one)));
    records.add(
        Topic.toRecord(
            Erasing.marker(
                whole.getFirst(), "p".repeat(16), Instant.now().truncatedTo(MILLIS), ids)));
    Exchange out = edited.get(1).getFirst().exchanges().getFirst();
    List<Erased> erased =
        List.of(new Erased("q".repeat(16), "privacy", Instant.ofEpochMilli(1_000), out.id()));
    edited.get(1).stream()
        .filter(one -> Suppression.concerns(one, erased))
        .forEach(one -> records.add(Topic.toRecord(Suppression.without(one, erased))));
    Topic.writeTo(instances.bootstrapServers(), records);
    ids.add(out.id());
    return ids;
  }

  /** The ids of all changes that there have been, each once. */
  Set<String> published() {
    return Topic.readFrom(instances.bootstrapServers(), Topics.CHANGES).stream()
        .map(r -> EventJson.read(r.value(), Change.class).id())
        .collect(Collectors.toSet());
  }

  /** How many records of changes there are. */
  int records() {
    return Topic.readFrom(instances.bootstrapServers(), Topics.CHANGES).size();
  }

  /** The ids of the changes that the revisions bring, taken one after the other as they came. */
  Set<String> due() {
    MemoryIndex index = new MemoryIndex();
    for (ConsumerRecord<String, byte[]> r :
        Topic.readFrom(instances.bootstrapServers(), Topics.BRIEFINGS)) {
      if (r.value().length == 1) {
        continue;
      }
      index.index(EventJson.read(r.value(), Briefing.class), Instant.ofEpochMilli(r.timestamp()));
    }
    Set<String> ids = index.changes.stream().map(Change::id).collect(Collectors.toSet());
    assertThat(ids).isNotEmpty();
    return ids;
  }
}

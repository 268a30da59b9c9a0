package dev.podium.index.restart;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.identity.Versions;
import dev.podium.index.Documents;
import dev.podium.index.Eventually;
import dev.podium.index.Sample;
import dev.podium.index.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Pages with two revisions each: of the first one's exchanges the second edits, drops and adds. */
final class Load {

  private static final int LATER = 5;
  private static final Duration BETWEEN = Duration.ofMillis(500);

  private final OwnServers servers;
  private final String series;
  private int pages;

  Load(OwnServers servers, String series) {
    this.servers = servers;
    this.series = series;
  }

  int pages() {
    return pages;
  }

  /** Publishes both revisions of so many more pages. */
  void publish(int more) {
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    for (int revision = 0; revision < 2; revision++) {
      for (int page = pages; page < pages + more; page++) {
        records.add(record(revision == 0 ? first(page) : second(page)));
      }
    }
    Topic.writeTo(servers.kafka().address(), records);
    pages += more;
  }

  /** Publishes a few pages twice a second, for so long. */
  void keepOn(Duration time, int together) {
    for (long end = System.nanoTime() + time.toNanos(); System.nanoTime() < end; ) {
      publish(together);
      Eventually.pause(BETWEEN);
    }
  }

  /** How many pages are in the index as they are now. */
  long indexed() {
    long version = Versions.of(Sample.FIRST.plusSeconds(60L * LATER), 1);
    return Documents.count(
        servers.elasticsearchUrl(),
        "briefings",
        """
        {"bool": {"filter": [{"term": {"series": "%s"}}, {"term": {"version": %d}}]}}"""
            .formatted(series, version));
  }

  private Briefing first(int page) {
    return sample(page)
        .statement("Déclaration " + page + " sur la coopération.")
        .asked("Que pense le ministère du sujet " + page + " ?", "Nous suivons la situation.")
        .asked("Quand le président part-il ?", "Demain, au matin du jour " + page + '.')
        .present();
  }

  private Briefing second(int page) {
    return sample(page)
        .minute(LATER)
        .asked("Que pense le ministère du sujet " + page + " ?", "Nous suivons tout de près.")
        .asked("Quand le président part-il ?", "Demain, au matin du jour " + page + '.')
        .asked("Y aura-t-il un accord sur le sujet " + page + " ?", "Nous verrons.")
        .present();
  }

  private Sample sample(int page) {
    return Sample.page(series + '-' + page).series(series);
  }

  /** With a time that is the same in every run, since the index keeps it. */
  private static ProducerRecord<String, byte[]> record(Briefing briefing) {
    ProducerRecord<String, byte[]> now = Topic.toRecord(briefing);
    return new ProducerRecord<>(
        now.topic(),
        null,
        briefing.revision().fetchedAt().plusMillis(900).toEpochMilli(),
        now.key(),
        now.value(),
        now.headers());
  }
}

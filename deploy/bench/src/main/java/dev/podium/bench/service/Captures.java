package dev.podium.bench.service;

import dev.podium.bench.pages.BenchPage;
import dev.podium.contracts.identity.CanonicalUrl;
import dev.podium.contracts.identity.PageIds;
import dev.podium.contracts.page.PageEvent;
import dev.podium.contracts.topic.Limits;
import dev.podium.contracts.topic.Topics;
import dev.podium.parse.briefing.PageFacts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Fills the pages' topic as ingest-service does: with a set of pages again and again, twice each
 * under the same address and then under another, so that keys are many and have an order to keep.
 */
final class Captures {

  private static final int OF_A_PAGE = 2;
  private static final Duration BETWEEN = Duration.ofHours(1);

  private final List<BenchPage> pages;

  Captures(List<BenchPage> pages) {
    this.pages = List.copyOf(pages);
  }

  /** Writes this many; returns when all are acknowledged. */
  void write(String bootstrapServers, int count) {
    Map<String, Object> config =
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
            ProducerConfig.COMPRESSION_TYPE_CONFIG, Limits.COMPRESSION,
            ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Limits.RECORD_BYTES);
    List<Future<?>> sent = new ArrayList<>(count);
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
      for (int i = 0; i < count; i++) {
        sent.add(producer.send(capture(i)));
      }
    }
    // Throws for one that was not acknowledged.
    sent.forEach(Future::resultNow);
  }

  private ProducerRecord<String, byte[]> capture(int index) {
    BenchPage page = pages.get(index % pages.size());
    int pass = index / pages.size();
    String url = CanonicalUrl.of(page.facts().url() + "?copy=" + pass / OF_A_PAGE);
    ProducerRecord<String, byte[]> capture = new ProducerRecord<>(Topics.PAGES, url, page.body());
    event(page.facts(), url, pass % OF_A_PAGE)
        .toHeaders()
        .forEach(
            (name, text) -> capture.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
    return capture;
  }

  private static PageEvent event(PageFacts facts, String url, int earlier) {
    Instant fetchedAt = facts.fetchedAt().plus(BETWEEN.multipliedBy(earlier));
    return new PageEvent(
        facts.source(),
        facts.organisation(),
        facts.series(),
        facts.language(),
        facts.dialect(),
        facts.timeZone(),
        PageIds.of(url),
        earlier + 1,
        PageEvent.State.PRESENT,
        fetchedAt,
        url,
        200,
        null,
        null,
        facts.contentType(),
        facts.charset(),
        facts.sha256(),
        List.of());
  }
}

package dev.podium.bench.index;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Exchange;
import dev.podium.contracts.event.EventJson;
import dev.podium.index.document.BriefingDocument;
import dev.podium.index.document.ExchangeDocument;
import dev.podium.index.document.ExchangeEntry;
import dev.podium.index.document.HistoryDocument;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What the service is held against: the documents of briefings, already serialised, sent in bulk
 * one request after the other, and nothing else.
 */
public final class BareLoop {

  private final Servers servers;
  private final Elasticsearch elasticsearch;

  /** Into the index of these servers. */
  public BareLoop(Servers servers) {
    this.servers = servers;
    this.elasticsearch = new Elasticsearch(servers);
  }

  /**
   * How fast it went, from the first request until all are searched.
   *
   * @param rate briefings a second
   * @param millis processor time of Elasticsearch for a briefing
   */
  public record Pace(double rate, double millis) {

    Pace mean(Pace other) {
      return new Pace((rate + other.rate) / 2, (millis + other.millis) / 2);
    }
  }

  /**
   * Sends briefings. Their documents lie in a file meanwhile, as requests one after the other.
   *
   * @param warmUp that do not count, at the beginning
   */
  public Pace send(List<Briefing> briefings, int warmUp, int requestBytes) throws IOException {
    Path file = Files.createTempFile("podium-bench-", ".requests");
    try (FileChannel requests =
        FileChannel.open(file, READ, WRITE, StandardOpenOption.DELETE_ON_CLOSE)) {
      List<Integer> first = write(briefings.subList(0, warmUp), requestBytes, requests);
      List<Integer> counted =
          write(briefings.subList(warmUp, briefings.size()), requestBytes, requests);
      requests.position(0);
      elasticsearch.settle();
      long there = elasticsearch.searchable("briefings");
      send(requests, first, there + warmUp);
      Duration before = Costs.of(servers.elasticsearch());
      long start = System.nanoTime();
      send(requests, counted, there + briefings.size());
      double seconds = (System.nanoTime() - start) / 1e9;
      Duration used = Costs.of(servers.elasticsearch()).minus(before);
      int count = briefings.size() - warmUp;
      return new Pace(count / seconds, used.toNanos() / 1e6 / count);
    }
  }

  /** Sends requests of these sizes, and waits until so many briefings are found. */
  private void send(FileChannel requests, List<Integer> sizes, long wanted) throws IOException {
    for (int size : sizes) {
      ByteBuffer request = ByteBuffer.allocate(size);
      while (request.hasRemaining() && requests.read(request) >= 0) {
        // A read may bring less than the buffer holds.
      }
      elasticsearch.bulk(request.array());
    }
    Waits.until(() -> elasticsearch.searchable("briefings") >= wanted);
  }

  private static List<Integer> write(
      List<Briefing> briefings, int requestBytes, FileChannel requests) throws IOException {
    List<Integer> sizes = new ArrayList<>();
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    for (int i = 0; i < briefings.size(); i++) {
      add(briefings.get(i), request);
      if (request.size() >= requestBytes || i + 1 == briefings.size()) {
        sizes.add(request.size());
        ByteBuffer bytes = ByteBuffer.wrap(request.toByteArray());
        while (bytes.hasRemaining()) {
          requests.write(bytes);
        }
        request.reset();
      }
    }
    return sizes;
  }

  private static void add(Briefing briefing, ByteArrayOutputStream request) {
    var revision = new BriefingDocument.Revision(briefing.version(), briefing.state());
    for (HistoryDocument document : HistoryDocument.of(briefing, briefing.revision().fetchedAt())) {
      String action =
          """
          {"create":{"_index":"history-1-own","require_alias":true,"_id":"%s"}}"""
              .formatted(document.documentId());
      line(request, action, document);
    }
    List<ExchangeEntry> entries = new ArrayList<>();
    for (Exchange exchange : briefing.exchanges()) {
      ExchangeEntry entry = ExchangeEntry.live(exchange.id(), briefing.version());
      entries.add(entry);
      line(
          request,
          put("exchanges", exchange.id(), briefing.version()),
          ExchangeDocument.of(entry, exchange, briefing, revision));
    }
    line(
        request,
        put("briefings", briefing.id(), briefing.version()),
        BriefingDocument.of(revision, briefing, entries, List.of(revision)));
  }

  private static String put(String index, String id, long version) {
    return """
    {"index":{"_index":"%s-1-own","require_alias":true,"_id":"%s","version":%d,"version_type":"external_gte"}}"""
        .formatted(index, id, version);
  }

  private static void line(ByteArrayOutputStream request, String action, Object document) {
    request.writeBytes(action.getBytes(StandardCharsets.UTF_8));
    request.write('\n');
    request.writeBytes(EventJson.write(document));
    request.write('\n');
  }
}

package dev.podium.bench.index;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Exchange;
import dev.podium.contracts.event.EventJson;
import dev.podium.index.document.BriefingDocument;
import dev.podium.index.document.ExchangeDocument;
import dev.podium.index.document.ExchangeEntry;
import dev.podium.index.document.HistoryDocument;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What the service is held against: the documents of briefings, already serialised, sent in bulk
 * one request after the other, and nothing else.
 */
final class BareLoop {

  private final Servers servers;
  private final Elasticsearch elasticsearch;

  BareLoop(Servers servers) {
    this.servers = servers;
    this.elasticsearch = new Elasticsearch(servers);
  }

  /**
   * How fast it went, from the first request until all are searched.
   *
   * @param rate briefings a second
   * @param millis processor time of Elasticsearch for a briefing
   */
  record Pace(double rate, double millis) {}

  Pace send(List<Briefing> briefings, int requestBytes) {
    List<byte[]> requests = requests(briefings, requestBytes);
    long wanted = elasticsearch.searchable("briefings") + briefings.size();
    Duration before = Costs.of(servers.elasticsearch());
    long start = System.nanoTime();
    requests.forEach(elasticsearch::bulk);
    Waits.until(() -> elasticsearch.searchable("briefings") >= wanted);
    double seconds = (System.nanoTime() - start) / 1e9;
    Duration used = Costs.of(servers.elasticsearch()).minus(before);
    return new Pace(briefings.size() / seconds, used.toNanos() / 1e6 / briefings.size());
  }

  private static List<byte[]> requests(List<Briefing> briefings, int requestBytes) {
    List<byte[]> requests = new ArrayList<>();
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    for (Briefing briefing : briefings) {
      add(briefing, request);
      if (request.size() >= requestBytes) {
        requests.add(request.toByteArray());
        request.reset();
      }
    }
    if (request.size() > 0) {
      requests.add(request.toByteArray());
    }
    return requests;
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

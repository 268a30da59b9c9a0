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
import java.util.ArrayList;
import java.util.List;

/**
 * What the service is held against: the documents of briefings, already serialised, sent in bulk
 * one request after the other, and nothing else.
 */
final class BareLoop {

  private final Elasticsearch elasticsearch;

  BareLoop(Elasticsearch elasticsearch) {
    this.elasticsearch = elasticsearch;
  }

  /** Briefings a second, from the first request until all are searched. */
  double briefingsPerSecond(List<Briefing> briefings, int requestBytes) {
    List<byte[]> requests = requests(briefings, requestBytes);
    long wanted = elasticsearch.searchable("briefings") + briefings.size();
    long start = System.nanoTime();
    requests.forEach(elasticsearch::bulk);
    Waits.until(() -> elasticsearch.searchable("briefings") >= wanted);
    return briefings.size() * 1e9 / (System.nanoTime() - start);
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

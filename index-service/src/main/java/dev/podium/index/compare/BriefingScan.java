package dev.podium.index.compare;

import dev.podium.index.schema.ElasticsearchCalls;
import dev.podium.index.schema.Generation;
import dev.podium.index.schema.Kind;
import dev.podium.index.schema.SchemaException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads a generation briefing by briefing, in the order of their ids. */
final class BriefingScan implements AutoCloseable {

  private final List<DocumentScan> scans = new ArrayList<>();

  BriefingScan(ElasticsearchCalls calls, Generation generation, Collection<String> briefingIds) {
    try {
      for (Kind kind : Kind.values()) {
        scans.add(new DocumentScan(calls, generation, kind, briefingIds));
      }
    } catch (SchemaException e) {
      close();
      throw e;
    }
  }

  /** The id of the next briefing; null when there are no more. */
  String next() {
    return scans.stream()
        .map(DocumentScan::peek)
        .filter(Objects::nonNull)
        .map(DocumentScan.Document::briefingId)
        .min(String::compareTo)
        .orElse(null);
  }

  /** The documents of a briefing, which is the next or not there. */
  Digest take(String briefingId) {
    Map<String, BigInteger> documents = new HashMap<>();
    for (DocumentScan scan : scans) {
      DocumentScan.Document document = scan.peek();
      while (document != null && document.briefingId().equals(briefingId)) {
        documents.put(document.name(), document.checksum());
        scan.skip();
        document = scan.peek();
      }
    }
    return new Digest(documents);
  }

  @Override
  public void close() {
    scans.forEach(DocumentScan::close);
  }
}

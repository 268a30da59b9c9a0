package dev.podium.index.briefing;

import dev.podium.contracts.briefing.Erased;
import dev.podium.index.bulk.BulkItem;
import dev.podium.index.document.DocumentJson;
import dev.podium.index.document.ErasedExchange;
import dev.podium.index.document.HistoryDocument;
import dev.podium.index.schema.Generation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What an erasure writes and deletes. */
final class ErasureItems {

  /** What stays of exchanges for ever. */
  static List<BulkItem> stubs(Generation generation, String briefingId, List<Erased> parts) {
    DocumentJson json = new DocumentJson();
    return parts.stream()
        .map(
            one ->
                BulkItem.put(
                    generation.exchanges(),
                    one.exchangeId(),
                    ErasedExchange.RANK,
                    json.write(ErasedExchange.of(briefingId, one))))
        .toList();
  }

  /** Revisions as they are without what was erased, in place of those with it. */
  static List<BulkItem> history(Generation generation, List<HistoryDocument> documents) {
    DocumentJson json = new DocumentJson();
    return documents.stream()
        .map(one -> BulkItem.replace(generation.history(), one.documentId(), json.write(one)))
        .toList();
  }

  /** What the history has of exchanges, in any of these versions. */
  static List<BulkItem> pastTexts(
      Generation generation, List<Erased> erased, Collection<Long> versions) {
    List<BulkItem> items = new ArrayList<>();
    for (Erased one : erased) {
      for (long version : versions) {
        String id = HistoryDocument.documentId(one.exchangeId(), version);
        items.add(BulkItem.delete(generation.history(), id, null));
      }
    }
    return items;
  }

  private ErasureItems() {}
}

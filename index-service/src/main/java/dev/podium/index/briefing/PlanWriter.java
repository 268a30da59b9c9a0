package dev.podium.index.briefing;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.index.bulk.BulkItem;
import dev.podium.index.bulk.BulkOutcome;
import dev.podium.index.bulk.BulkWriter;
import dev.podium.index.change.ChangePublisher;
import dev.podium.index.document.BriefingDocument;
import dev.podium.index.document.DocumentJson;
import dev.podium.index.document.ExchangeDocument;
import dev.podium.index.document.HistoryDocument;
import dev.podium.index.schema.Generation;
import dev.podium.index.schema.Schema;
import dev.podium.kit.record.PublishingException;
import dev.podium.kit.record.RecordPublisher;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Writes plans of different briefings together: the history first, then the exchanges, then the
 * changes to Kafka, the commit marks last. A plan that fails goes no further, and one whose mark is
 * too large for Elasticsearch no further than the history.
 */
@ApplicationScoped
class PlanWriter {

  // No node is so small that it has no memory for a mark of this size.
  private static final int SURE_BYTES = 1024 * 1024;

  private final BulkWriter bulk;
  private final ChangePublisher changes;
  private final Schema schema;

  PlanWriter(BulkWriter bulk, ChangePublisher changes, Schema schema) {
    this.bulk = bulk;
    this.changes = changes;
    this.schema = schema;
  }

  /**
   * Writes and waits. Each plan's writing tells how it ended.
   *
   * @param publishes whether the changes go to Kafka
   */
  void write(Generation generation, boolean publishes, List<Writing> writings) {
    DocumentJson json = new DocumentJson();
    bulk(generation, writings, writing -> history(generation, writing, json));
    bulk(generation, writings, writing -> trial(generation, writing, json));
    bulk(generation, writings, writing -> exchanges(generation, writing, json));
    if (publishes) {
      publish(writings, json);
    }
    bulk(generation, writings, writing -> List.of(mark(generation, writing, json)));
  }

  private interface Documents {
    List<Writing.Part> of(Writing writing);
  }

  private void bulk(Generation generation, List<Writing> writings, Documents documents) {
    List<Writing> owners = new ArrayList<>();
    List<Writing.Part> parts = new ArrayList<>();
    for (Writing writing : writings) {
      for (Writing.Part part : parts(writing, documents)) {
        owners.add(writing);
        parts.add(part);
      }
    }
    List<BulkOutcome> outcomes = bulk.write(parts.stream().map(Writing.Part::item).toList());
    for (int i = 0; i < parts.size(); i++) {
      owners.get(i).note(parts.get(i), told(generation, parts.get(i).item(), outcomes.get(i)));
    }
  }

  /** What one definition refuses, another may take: a replay depends on which of them it was. */
  private BulkOutcome told(Generation generation, BulkItem item, BulkOutcome outcome) {
    if (!(outcome instanceof BulkOutcome.Rejected(String reason))) {
      return outcome;
    }
    return schema
        .known()
        .get(generation.number())
        .<BulkOutcome>map(
            state -> new BulkOutcome.Rejected(reason + "; " + state.describe(item.index())))
        .orElse(outcome);
  }

  private static List<Writing.Part> parts(Writing writing, Documents documents) {
    try {
      return writing.goesOn() ? documents.of(writing) : List.of();
    } catch (UncheckedIOException e) {
      // A text with half a character, which came as an escape, cannot be written in UTF-8.
      writing.unwritable(String.valueOf(e.getCause().getMessage()));
      return List.of();
    }
  }

  private static List<Writing.Part> history(
      Generation generation, Writing writing, DocumentJson json) {
    List<Writing.Part> parts = new ArrayList<>();
    for (HistoryDocument document : writing.plan().history()) {
      BulkItem item =
          BulkItem.create(generation.history(), document.documentId(), json.write(document));
      boolean exchange = document.type() == HistoryDocument.Type.EXCHANGE;
      parts.add(new Writing.Part(exchange ? document.id() : null, item));
    }
    return parts;
  }

  /**
   * Asks for what a large mark needs before anything shows: exchanges that no mark names are never
   * withdrawn. What is sent is about as large and changes nothing, since it only would be written
   * if the history did not have the revision.
   */
  private static List<Writing.Part> trial(
      Generation generation, Writing writing, DocumentJson json) {
    HistoryDocument revision = writing.plan().history().getFirst();
    Briefing shown = writing.plan().mark().briefing();
    if (shown.version() != revision.version() || size(shown, json) < SURE_BYTES) {
      return List.of();
    }
    byte[] source = json.write(revision.with(shown));
    return List.of(
        new Writing.Part(
            null, BulkItem.create(generation.history(), revision.documentId(), source)));
  }

  private static long size(Briefing briefing, DocumentJson json) {
    return briefing.exchanges().stream().mapToLong(json::length).sum();
  }

  private static List<Writing.Part> exchanges(
      Generation generation, Writing writing, DocumentJson json) {
    List<Writing.Part> parts = new ArrayList<>();
    for (ExchangeDocument document : writing.plan().exchanges()) {
      long version = writing.plan().version();
      BulkItem item =
          BulkItem.put(generation.exchanges(), document.id(), version, json.write(document));
      parts.add(new Writing.Part(document.id(), item));
    }
    return parts;
  }

  private static Writing.Part mark(Generation generation, Writing writing, DocumentJson json) {
    BriefingDocument mark = writing.plan().mark();
    List<String> out = new ArrayList<>(mark.incomplete());
    out.addAll(writing.incomplete());
    byte[] source = json.write(mark.without(out));
    return new Writing.Part(
        null, BulkItem.ifStill(generation.briefings(), mark.id(), writing.seen(), source));
  }

  private void publish(List<Writing> writings, DocumentJson json) {
    List<List<CompletableFuture<Void>>> sent = new ArrayList<>();
    for (Writing writing : writings) {
      sent.add(
          writing.goesOn()
              ? writing.plan().changes().stream().map(c -> changes.publish(c, json)).toList()
              : List.of());
    }
    for (int i = 0; i < writings.size(); i++) {
      try {
        sent.get(i).forEach(RecordPublisher::await);
      } catch (PublishingException e) {
        writings.get(i).unpublished(e);
      }
    }
  }
}

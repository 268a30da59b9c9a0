package dev.podium.index.briefing;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Erased;
import dev.podium.index.bulk.BulkItem;
import dev.podium.index.bulk.BulkOutcome;
import dev.podium.index.bulk.BulkWriter;
import dev.podium.index.change.ChangePublisher;
import dev.podium.index.change.ErasedChange;
import dev.podium.index.document.BriefingDocument;
import dev.podium.index.document.DocumentJson;
import dev.podium.index.document.ErasedExchange;
import dev.podium.index.document.ExchangeDocument;
import dev.podium.index.document.HistoryDocument;
import dev.podium.index.schema.Generation;
import dev.podium.kit.record.PublishingException;
import dev.podium.kit.record.RecordPublisher;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/**
 * Takes out of a generation what was erased on demand. As with all else the mark is written last,
 * so that a crash repeats the whole.
 */
@ApplicationScoped
class BriefingEraser {

  private static final Logger LOG = Logger.getLogger(BriefingEraser.class);

  private final StoredBriefings stored;
  private final DocumentFinder finder;
  private final BulkWriter bulk;
  private final ChangePublisher changes;

  BriefingEraser(
      StoredBriefings stored, DocumentFinder finder, BulkWriter bulk, ChangePublisher changes) {
    this.stored = stored;
    this.finder = finder;
    this.bulk = bulk;
    this.changes = changes;
  }

  /**
   * Erases a page as a whole; nothing where that was done before.
   *
   * @param mark what is known of it, or null
   * @param marker the record that says so
   * @throws UnfinishedException if it is to be tried again
   */
  void whole(Generation generation, BriefingDocument mark, Briefing marker, boolean publishes) {
    if (mark != null && mark.wasErased() && mark.briefing().equals(marker)) {
      return;
    }
    List<Erased> parts = marker.erased().stream().filter(one -> one.exchangeId() != null).toList();
    Set<String> listed = parts.stream().map(Erased::exchangeId).collect(Collectors.toSet());
    write(
        finder.exchanges(generation, marker.id()).stream()
            .filter(id -> !listed.contains(id))
            .map(id -> BulkItem.delete(generation.exchanges(), id, ErasedExchange.RANK))
            .toList());
    write(ErasureItems.stubs(generation, marker.id(), parts));
    write(
        finder.history(generation, marker.id()).stream()
            .map(id -> BulkItem.delete(generation.history(), id, null))
            .toList());
    if (publishes) {
      publish(marker.erased().stream().filter(one -> one.exchangeId() == null).toList(), marker);
    }
    byte[] stub = new DocumentJson().write(BriefingDocument.erased(marker));
    write(List.of(BulkItem.put(generation.briefings(), marker.id(), ErasedExchange.RANK, stub)));
    LOG.infof(
        "briefing %s is erased from generation %d, with %d exchanges",
        marker.id(), generation.number(), parts.size());
  }

  /**
   * Takes exchanges out of a briefing.
   *
   * @param mark what is known of it, or null
   * @param briefing names it
   * @param all that was erased of it, also before
   * @throws UnfinishedException if it is to be tried again
   */
  void parts(
      Generation generation, Mark mark, Briefing briefing, List<Erased> all, boolean publishes) {
    List<Erased> known = mark == null ? List.of() : mark.document().erasedParts();
    List<Erased> fresh = all.stream().filter(one -> !known.contains(one)).toList();
    // First what is searched: it is out of sight, whatever holds the rest up.
    write(ErasureItems.stubs(generation, briefing.id(), fresh));
    BriefingDocument left = rederive(generation, Mark.documentOf(mark), briefing.id(), all);
    if (publishes) {
      publish(fresh, briefing);
    }
    if (left == null) {
      return;
    }
    byte[] source = new DocumentJson().write(left);
    mark(BulkItem.ifStill(generation.briefings(), left.id(), mark.seen(), source));
    LOG.infof(
        "exchanges %s are erased from generation %d",
        fresh.stream().map(Erased::exchangeId).toList(), generation.number());
  }

  /**
   * Writes what is left of a briefing in the past and of its exchanges.
   *
   * @return its mark, not yet written; null where nothing is known of it
   */
  private BriefingDocument rederive(
      Generation generation, BriefingDocument mark, String id, List<Erased> all) {
    Set<Long> marked = new TreeSet<>();
    if (mark != null) {
      mark.revisions().forEach(revision -> marked.add(revision.version()));
    }
    Set<Long> versions = new TreeSet<>(marked);
    // What was refused after its history was written is in no mark.
    finder.history(generation, id).stream().map(HistoryDocument::versionOf).forEach(versions::add);
    Rederivation left =
        Rederivation.of(stored.arrivals(generation, id, versions), marked::contains, all);
    write(ErasureItems.history(generation, left.history()));
    write(ErasureItems.pastTexts(generation, all, versions));
    return left.mark() == null ? null : left.mark().without(putBack(generation, left));
  }

  /**
   * Writes the exchanges that are left, which state another mark now.
   *
   * @return ids of those that Elasticsearch does not take; an erasure does not wait for them
   */
  private List<String> putBack(Generation generation, Rederivation left) {
    DocumentJson json = new DocumentJson();
    List<ExchangeDocument> documents = left.exchanges();
    long version = left.mark().version();
    List<BulkOutcome> outcomes =
        bulk.write(
            documents.stream()
                .map(
                    one -> BulkItem.put(generation.exchanges(), one.id(), version, json.write(one)))
                .toList());
    check(outcomes.stream().filter(outcome -> !refused(outcome)).toList());
    return IntStream.range(0, documents.size())
        .filter(i -> refused(outcomes.get(i)))
        .mapToObj(i -> documents.get(i).id())
        .toList();
  }

  private static boolean refused(BulkOutcome outcome) {
    return outcome instanceof BulkOutcome.Rejected;
  }

  private void publish(List<Erased> erased, Briefing briefing) {
    DocumentJson json = new DocumentJson();
    try {
      erased.stream()
          .map(one -> changes.publish(ErasedChange.of(one, briefing), json))
          .toList()
          .forEach(RecordPublisher::await);
    } catch (PublishingException e) {
      throw new UnfinishedException(e.getMessage());
    }
  }

  private void mark(BulkItem item) {
    BulkOutcome outcome = bulk.write(List.of(item)).getFirst();
    check(List.of(outcome));
    if (outcome instanceof BulkOutcome.Conflict) {
      throw new UnfinishedException("the briefing was indexed by another meanwhile");
    }
  }

  private void write(List<BulkItem> items) {
    check(bulk.write(items));
  }

  private static void check(List<BulkOutcome> outcomes) {
    outcomes.stream()
        .map(BriefingEraser::trouble)
        .filter(Objects::nonNull)
        .findFirst()
        .ifPresent(
            reason -> {
              throw new UnfinishedException(reason);
            });
  }

  /** Also what Elasticsearch refuses for good stops here: an erasure is never passed over. */
  private static String trouble(BulkOutcome outcome) {
    return switch (outcome) {
      case BulkOutcome.Done() -> null;
      // Something is there that outranks it, which only what is erased does.
      case BulkOutcome.Conflict() -> null;
      case BulkOutcome.Retry(String reason) -> reason;
      case BulkOutcome.Rejected(String reason) -> reason;
    };
  }

  /** An erasure that has to be tried again. */
  static final class UnfinishedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnfinishedException(String reason) {
      super("an erasure is not through: " + reason);
    }
  }
}

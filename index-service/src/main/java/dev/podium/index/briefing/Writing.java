package dev.podium.index.briefing;

import dev.podium.index.bulk.BulkItem;
import dev.podium.index.bulk.BulkOutcome;
import dev.podium.index.bulk.Seen;
import dev.podium.kit.record.PublishingException;
import dev.podium.kit.record.RecordOutcome;
import java.util.List;
import java.util.TreeMap;

/** How the writing of one plan goes. */
final class Writing {

  /**
   * A document of the plan.
   *
   * @param exchangeId of the exchange without which the briefing can do; null for the briefing's
   *     own
   */
  record Part(String exchangeId, BulkItem item) {}

  private final Plan plan;
  private final Seen seen;
  private final TreeMap<String, String> rejectedExchanges = new TreeMap<>();
  private RecordOutcome failure;
  private boolean superseded;
  private boolean overtaken;

  /**
   * The writing of a plan.
   *
   * @param seen the mark that the plan goes by; null where there was none
   */
  Writing(Plan plan, Seen seen) {
    this.plan = plan;
    this.seen = seen;
  }

  Plan plan() {
    return plan;
  }

  /** Which mark is to be replaced; null where there was none. */
  Seen seen() {
    return seen;
  }

  /** Whether the next documents of the plan may be written. */
  boolean goesOn() {
    return failure == null;
  }

  /** Ids of exchanges that Elasticsearch does not take. */
  List<String> incomplete() {
    return List.copyOf(rejectedExchanges.keySet());
  }

  /** Whether something newer of an exchange was there already. */
  boolean superseded() {
    return superseded;
  }

  /** Whether somebody else has written the mark: this plan is none any more, a new one is made. */
  boolean overtaken() {
    return overtaken;
  }

  void note(Part part, BulkOutcome outcome) {
    switch (outcome) {
      case BulkOutcome.Done() -> {}
      case BulkOutcome.Conflict() -> conflict(part);
      case BulkOutcome.Retry(String reason) -> failure = new RecordOutcome.FailedForNow(reason);
      case BulkOutcome.Rejected(String reason) -> reject(part, reason);
    }
  }

  private void conflict(Part part) {
    if (part.exchangeId() == null) {
      overtaken = true;
      failure = new RecordOutcome.FailedForNow("the briefing was indexed by another meanwhile");
    } else {
      superseded = true;
    }
  }

  void unpublished(PublishingException e) {
    failure =
        e.permanent()
            ? new RecordOutcome.Rejected("change-unpublishable", e.getMessage())
            : new RecordOutcome.FailedForNow(e.getMessage());
  }

  /** The briefing cannot be written as JSON. */
  void unwritable(String reason) {
    failure = new RecordOutcome.Rejected("malformed-briefing", reason);
  }

  /** What became of the record. */
  RecordOutcome outcome() {
    if (failure != null) {
      return failure;
    }
    if (rejectedExchanges.isEmpty()) {
      return RecordOutcome.DONE;
    }
    return new RecordOutcome.Rejected(
        "exchange-not-indexable",
        rejectedExchanges.firstEntry().getValue(),
        List.copyOf(rejectedExchanges.keySet()));
  }

  private void reject(Part part, String reason) {
    if (part.exchangeId() != null) {
      rejectedExchanges.putIfAbsent(part.exchangeId(), reason);
    } else if (failure == null) {
      // What passes comes first: it is tried again, and then this shows again.
      failure = new RecordOutcome.Rejected("briefing-not-indexable", reason);
    }
  }
}

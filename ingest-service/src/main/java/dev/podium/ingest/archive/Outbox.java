package dev.podium.ingest.archive;

/** Where revisions wait for their way to Kafka. */
public interface Outbox {

  /** Adds a revision, in the transaction of its row, after all that the page added before. */
  void add(String page, int revision);

  /** Says that something may have been added, once the transaction is through. */
  void wake();
}

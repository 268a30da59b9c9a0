package dev.podium.ingest.source;

/** Says which addresses must not be fetched. */
public interface SourceGuard {

  /** Why an address is never fetched, or null where nothing speaks against it. */
  String objection(String address);
}

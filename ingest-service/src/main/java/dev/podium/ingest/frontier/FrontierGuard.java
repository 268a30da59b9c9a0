package dev.podium.ingest.frontier;

import dev.podium.ingest.fetch.Fetcher;
import dev.podium.ingest.source.SourceGuard;
import jakarta.enterprise.context.ApplicationScoped;

/** Holds what a source declares to what is ever fetched. */
@ApplicationScoped
class FrontierGuard implements SourceGuard {

  private final Fetcher fetcher;

  FrontierGuard(Fetcher fetcher) {
    this.fetcher = fetcher;
  }

  @Override
  public String objection(String address) {
    return fetcher.objection(address);
  }
}

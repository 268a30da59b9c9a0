package dev.podium.ingest.archive;

import dev.podium.ingest.source.Source;
import dev.podium.ingest.source.Sources;
import dev.podium.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds the source that a request's query names. */
@ApplicationScoped
public class NamedSource {

  private final Sources sources;

  NamedSource(Sources sources) {
    this.sources = sources;
  }

  /**
   * The source.
   *
   * @throws ProblemException if none is named, or an unknown one
   */
  public Source required(String id) {
    if (id == null || id.isBlank()) {
      throw ProblemException.badRequest(
          "missing-source", "the query parameter source must name the page's source");
    }
    return sources
        .find(id)
        .orElseThrow(
            () ->
                ProblemException.notFound(
                    "unknown-source",
                    "there is no source " + id + "; GET /v1/sources lists those that there are"));
  }

  /**
   * The id of a source, which may be a deleted one: its pages are there; null for all, where none
   * is named.
   *
   * @throws ProblemException if an unknown one is named
   */
  public String orAll(String id) {
    return id == null || sources.findWithDeleted(id).isPresent() ? id : required(id).id();
  }
}

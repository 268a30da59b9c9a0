package dev.podium.ingest.source;

import dev.podium.contracts.identity.CanonicalUrl;
import dev.podium.ingest.source.KnownSource.State;
import dev.podium.kit.problem.Problem;
import dev.podium.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Changes sources, one change at a time across all instances. */
@ApplicationScoped
@Transactional
class SourceChanges {

  private final Sources sources;
  private final OverrideTable table;
  private final Clock clock;

  SourceChanges(Sources sources, OverrideTable table, Clock clock) {
    this.sources = sources;
    this.table = table;
    this.clock = clock;
  }

  /**
   * A source after a change.
   *
   * @param created whether it was not there before
   */
  record Changed(KnownSource source, boolean created) {}

  /** What was known when a change began, which nobody else changes until it ends. */
  private record Change(long number, String id, String by, SortedMap<String, KnownSource> known) {

    /** The source, or null where there is none. */
    KnownSource current() {
      KnownSource current = known.get(id);
      return current == null || current.deleted() ? null : current;
    }

    KnownSource existing() {
      if (known.get(id) == null) {
        throw Sources.unknown(id);
      }
      if (current() == null) {
        throw new ProblemException(
            Problem.of(410, "source-deleted", "source " + id + " was deleted over REST"));
      }
      return current();
    }
  }

  /** Declares a source that is not there yet. */
  Changed create(Declarations.Declaration declaration, String by) {
    Change change = begin(declaration.source().id(), by);
    if (change.current() != null) {
      throw new ProblemException(
          Problem.of(
              409,
              "source-exists",
              "there is a source "
                  + change.id()
                  + "; PUT /v1/sources/"
                  + change.id()
                  + " replaces it"));
    }
    return declare(change, declaration);
  }

  /** Declares a source, in place of what it was; a pause stays. */
  Changed put(Declarations.Declaration declaration, Precondition precondition, String by) {
    Change change = begin(declaration.source().id(), by);
    precondition.check(change.id(), change.current());
    return declare(change, declaration);
  }

  /** Ends the fetching of a source; its archived pages stay. */
  void delete(String id, Precondition precondition, String by) {
    Change change = begin(id, by);
    precondition.check(id, change.existing());
    save(change, declarationOf(id), State.DELETED);
  }

  /** Ends the fetching of a source until it is resumed. */
  KnownSource pause(String id, String by) {
    Change change = begin(id, by);
    return change.existing().paused()
        ? change.existing()
        : save(change, declarationOf(id), State.PAUSED);
  }

  KnownSource resume(String id, String by) {
    Change change = begin(id, by);
    return change.existing().paused()
        ? save(change, declarationOf(id), State.ACTIVE)
        : change.existing();
  }

  /** Takes back all that was changed over REST; the file's declaration stands again. */
  KnownSource reset(String id, String by) {
    Change change = begin(id, by);
    if (!change.known().containsKey(id)) {
      throw Sources.unknown(id);
    }
    if (!sources.hasFile(id)) {
      throw new ProblemException(
          Problem.of(
              409,
              "source-without-file",
              "no file declares source " + id + ", so that there is nothing to go back to"));
    }
    table.remove(id);
    KnownSource file = after(table.all()).get(id);
    requireOwnListings(file.source(), change.known().values());
    return file;
  }

  private Change begin(String id, String by) {
    long number = table.begin();
    return new Change(number, id, by, after(table.all()));
  }

  private SortedMap<String, KnownSource> after(List<SourceOverride> overrides) {
    return new TreeMap<>(sources.merge(overrides));
  }

  private Changed declare(Change change, Declarations.Declaration declaration) {
    requireOwnListings(declaration.source(), change.known().values());
    KnownSource current = change.current();
    State state = current != null && current.paused() ? State.PAUSED : State.ACTIVE;
    return new Changed(save(change, declaration.text(), state), current == null);
  }

  private KnownSource save(Change change, String declaration, State state) {
    SourceOverride override =
        new SourceOverride(
            change.id(),
            declaration,
            state,
            change.number(),
            change.by(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS));
    if (declaration == null && state == State.ACTIVE) {
      table.remove(change.id());
    } else {
      table.save(override);
    }
    return after(table.all()).get(change.id());
  }

  private String declarationOf(String id) {
    return table.find(id).map(SourceOverride::declaration).orElse(null);
  }

  /** A listing feeds one source: its address says whose the links are. */
  private static void requireOwnListings(Source source, Collection<KnownSource> known) {
    Set<String> own = addresses(source).collect(Collectors.toSet());
    for (KnownSource other : known) {
      if (!other.deleted() && !other.source().id().equals(source.id())) {
        addresses(other.source())
            .filter(own::contains)
            .findFirst()
            .ifPresent(shared -> conflict(shared, other));
      }
    }
  }

  private static Stream<String> addresses(Source source) {
    Stream<String> listings = source.listings().stream().map(Source.Listing::url);
    return Stream.of(listings, source.sitemaps().stream(), source.feeds().stream())
        .flatMap(address -> address)
        .map(CanonicalUrl::of);
  }

  private static void conflict(String shared, KnownSource other) {
    throw new ProblemException(
        Problem.of(
            409,
            "listing-of-another-source",
            shared
                + " is a listing, sitemap or feed of source "
                + other.source().id()
                + " already"));
  }
}

package dev.podium.ingest.source;

import dev.podium.kit.problem.Problem;
import dev.podium.kit.problem.ProblemException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/**
 * All known sources, by id: those of files, and over them what was changed over REST. What is
 * answered is how things stand at the moment, and one answer is consistent in itself.
 */
public final class Sources {

  private static final Logger LOG = Logger.getLogger(Sources.class);
  private static final long NEVER = -1;

  private final Map<String, KnownSource> files;
  private final boolean live;
  private volatile View view;

  private Sources(Map<String, KnownSource> files, boolean live) {
    this.files = Map.copyOf(files);
    this.live = live;
    this.view = new View(NEVER, new TreeMap<>(files));
  }

  /** The sources after a change, whose number tells it from others. */
  private record View(long change, SortedMap<String, KnownSource> byId) {}

  /**
   * Reads the shipped sources and those in a folder.
   *
   * @throws InvalidSourceException if one is wrong, or an id is there twice
   */
  public static Sources load(Optional<Path> directory, boolean live) {
    SourceProblems problems = new SourceProblems();
    SourceFiles files = new SourceFiles(problems);
    List<SourceFiles.Named> extra = directory.map(files::in).orElse(List.of());
    Map<String, KnownSource> byId = new TreeMap<>();
    Map<String, String> fileById = new TreeMap<>();
    for (List<SourceFiles.Named> group : List.of(files.shipped(), extra)) {
      for (SourceFiles.Named named : group) {
        String other = fileById.putIfAbsent(named.source().id(), named.file());
        if (other == null) {
          byId.put(named.source().id(), KnownSource.ofFile(named.source(), named.text()));
        } else {
          problems.add(named.file(), "id: " + named.source().id() + " is already that of " + other);
        }
      }
    }
    problems.throwIfAny();
    return new Sources(byId, live);
  }

  public Collection<Source> all() {
    return present().stream().map(KnownSource::source).toList();
  }

  public Optional<Source> find(String id) {
    return known(id).filter(known -> !known.deleted()).map(KnownSource::source);
  }

  /** A source of which there may be archived pages: one that was deleted, too. */
  public Optional<Source> findWithDeleted(String id) {
    return known(id).map(KnownSource::source);
  }

  /** Whether a source's pages may be fetched: a shipped one only with live permission. */
  public boolean fetched(Source source) {
    return known(source.id()).filter(known -> known.fetched(live)).isPresent();
  }

  boolean fetched(KnownSource known) {
    return known.fetched(live);
  }

  /** Whether a source's pages may be fetched once nobody pauses it. */
  public boolean mayBeFetched(KnownSource known) {
    return known.mayBeFetched(live);
  }

  /** The sources whose pages may be fetched. */
  public List<Source> fetched() {
    return present().stream()
        .filter(known -> known.fetched(live))
        .map(KnownSource::source)
        .toList();
  }

  /**
   * A source that there is.
   *
   * @throws ProblemException with 404 or 410 if there is none
   */
  public KnownSource existing(String id) {
    KnownSource known = known(id).orElseThrow(() -> unknown(id));
    if (known.deleted()) {
      throw new ProblemException(
          Problem.of(410, "source-deleted", "source " + id + " was " + known.reason(live)));
    }
    return known;
  }

  /** Why a source's pages are fetched, or are not. */
  public String reason(KnownSource known) {
    return known.reason(live);
  }

  static ProblemException unknown(String id) {
    return ProblemException.notFound("unknown-source", "there is no source " + id);
  }

  /** All that are not deleted, in the order of their ids. */
  List<KnownSource> present() {
    return view.byId().values().stream().filter(known -> !known.deleted()).toList();
  }

  /** The number of the change that is known; none is before the first. */
  long change() {
    return view.change();
  }

  /** Takes over how things stand after a change. */
  void apply(long change, Collection<SourceOverride> overrides) {
    view = new View(change, merge(overrides));
  }

  /** The sources as they would be with other overrides; deleted ones are among them. */
  SortedMap<String, KnownSource> merge(Collection<SourceOverride> overrides) {
    SortedMap<String, KnownSource> merged = new TreeMap<>(files);
    for (SourceOverride override : overrides) {
      KnownSource known = overridden(override);
      if (known != null) {
        merged.put(override.id(), known);
      }
    }
    return Collections.unmodifiableSortedMap(merged);
  }

  /** Whether a file declares a source. */
  boolean hasFile(String id) {
    return files.containsKey(id);
  }

  private Optional<KnownSource> known(String id) {
    return Optional.ofNullable(view.byId().get(id));
  }

  /** The source with what was changed about it; null where nothing declares it any more. */
  private KnownSource overridden(SourceOverride override) {
    KnownSource before = view.byId().get(override.id());
    if (before != null && before.version() == override.version()) {
      return before;
    }
    KnownSource file = files.get(override.id());
    if (override.declaration() == null) {
      return file == null ? null : file.changed(override);
    }
    SourceProblems problems = new SourceProblems();
    Source source =
        new SourceReader(problems)
            .read("source " + override.id(), new StringReader(override.declaration()), false);
    if (source != null) {
      return KnownSource.declared(override, source, file != null, null);
    }
    // Written by a service of another release. What is not understood is not fetched.
    String flaw = String.join("; ", problems.all());
    LOG.errorf("a source that was declared over REST is not fetched: %s", flaw);
    KnownSource last = before == null ? file : before;
    return last == null ? null : KnownSource.declared(override, last.source(), file != null, flaw);
  }
}

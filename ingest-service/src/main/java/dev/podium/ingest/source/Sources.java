package dev.podium.ingest.source;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All known sources, by id. Immutable. */
public final class Sources {

  private final Map<String, Source> byId;
  private final boolean live;

  private Sources(Map<String, Source> byId, boolean live) {
    this.byId = Collections.unmodifiableMap(byId);
    this.live = live;
  }

  /**
   * Reads the shipped sources and those in a folder.
   *
   * @throws InvalidSourceException if one is wrong, or an id is there twice
   */
  public static Sources load(Optional<Path> directory, boolean live) {
    SourceProblems problems = new SourceProblems();
    SourceFiles files = new SourceFiles(problems);
    List<SourceFiles.Named> extra = directory.map(files::in).orElse(List.of());
    Map<String, Source> byId = new TreeMap<>();
    Map<String, String> fileById = new TreeMap<>();
    for (List<SourceFiles.Named> group : List.of(files.shipped(), extra)) {
      for (SourceFiles.Named named : group) {
        String other = fileById.putIfAbsent(named.source().id(), named.file());
        if (other == null) {
          byId.put(named.source().id(), named.source());
        } else {
          problems.add(named.file(), "id: " + named.source().id() + " is already that of " + other);
        }
      }
    }
    problems.throwIfAny();
    return new Sources(byId, live);
  }

  public Collection<Source> all() {
    return byId.values();
  }

  public Optional<Source> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Whether a source's pages may be fetched: a shipped one only with live permission. */
  public boolean fetched(Source source) {
    return live || !source.shipped();
  }

  /** The sources whose pages may be fetched. */
  public List<Source> fetched() {
    return byId.values().stream().filter(this::fetched).toList();
  }
}

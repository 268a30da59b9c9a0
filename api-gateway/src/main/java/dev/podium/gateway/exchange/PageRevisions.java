package dev.podium.gateway.exchange;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.gateway.elastic.SearchIndex;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the page revisions that texts are from. */
@ApplicationScoped
public class PageRevisions {

  // They never change, are small, and every page of a search needs some.
  private static final int REMEMBERED = 20_000;
  private static final List<String> FIELDS = List.of("briefing.revision");

  private final SearchIndex index;
  private final Map<Place, Briefing.Revision> known = new Latest();

  PageRevisions(SearchIndex index) {
    this.index = index;
  }

  /**
   * Which revision.
   *
   * @param version of the briefing that was read from it
   */
  public record Place(String briefingId, long version) {

    private String history() {
      return briefingId + '-' + version;
    }
  }

  /** A briefing of the history, of which only the revision is read. */
  record Kept(Page briefing) {

    record Page(Briefing.Revision revision) {}
  }

  /** The revisions that the history has, by their places. */
  public Map<Place, Briefing.Revision> of(Collection<Place> places) {
    Map<Place, Briefing.Revision> found = new HashMap<>();
    Set<Place> unknown = new LinkedHashSet<>();
    synchronized (known) {
      for (Place place : places) {
        Briefing.Revision revision = known.get(place);
        if (revision == null) {
          unknown.add(place);
        } else {
          found.put(place, revision);
        }
      }
    }
    if (!unknown.isEmpty()) {
      Map<Place, Briefing.Revision> read = read(unknown);
      found.putAll(read);
      synchronized (known) {
        known.putAll(read);
      }
    }
    return found;
  }

  private Map<Place, Briefing.Revision> read(Set<Place> places) {
    List<String> ids = places.stream().map(Place::history).toList();
    Map<String, Kept> kept = index.getAll(SearchIndex.HISTORY, ids, FIELDS, Kept.class);
    Map<Place, Briefing.Revision> read = new HashMap<>();
    for (Place place : places) {
      Kept one = kept.get(place.history());
      if (one != null && one.briefing() != null && one.briefing().revision() != null) {
        read.put(place, one.briefing().revision());
      }
    }
    return read;
  }

  private static final class Latest extends LinkedHashMap<Place, Briefing.Revision> {

    private static final long serialVersionUID = 1;

    Latest() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Place, Briefing.Revision> eldest) {
      return size() > REMEMBERED;
    }
  }
}

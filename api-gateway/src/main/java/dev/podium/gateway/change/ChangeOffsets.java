package dev.podium.gateway.change;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Exchange;
import dev.podium.contracts.change.Change;
import dev.podium.contracts.event.EventJson;
import dev.podium.gateway.exchange.PageRevisions;
import dev.podium.gateway.offset.Utf16;
import dev.podium.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells changes in UTF-16 code units. Where that needs a body that is not there any more, a change
 * stays as it is and says so: a reader who polls has to get past it.
 */
@ApplicationScoped
public class ChangeOffsets {

  private static final int NOT_THERE = 409;

  private final PageRevisions revisions;
  private final Utf16 utf16;

  ChangeOffsets(PageRevisions revisions, Utf16 utf16) {
    this.revisions = revisions;
    this.utf16 = utf16;
  }

  /**
   * The changes, in the same order, each with what its {@code offsets} count.
   *
   * @throws ProblemException with 502, 503 or 504 while the index or the archive cannot be asked
   */
  List<RawValue> tell(List<RawValue> items) {
    List<Told> changes = items.stream().map(one -> Told.read(one.rawValue().toString())).toList();
    Set<PageRevisions.Place> places = new HashSet<>();
    for (Told one : changes) {
      places.add(place(one.change(), one.change().fromVersion()));
      places.add(place(one.change(), one.change().toVersion()));
    }
    Map<PageRevisions.Place, Briefing.Revision> known = revisions.of(places);
    changes.forEach(one -> tell(one.json(), one.change(), known));
    return changes.stream().map(one -> new RawValue(one.json().toString())).toList();
  }

  /**
   * A change, with what its {@code offsets} count.
   *
   * @return JSON without line breaks
   * @throws ProblemException as above
   */
  public String tell(ChangeRecord one) {
    return tell(List.of(one.raw())).getFirst().rawValue().toString();
  }

  /** A change on its way. */
  private record Told(ObjectNode json, Change change) {

    static Told read(String text) {
      ObjectNode json = EventJson.read(text.getBytes(StandardCharsets.UTF_8), ObjectNode.class);
      return new Told(json, EventJson.MAPPER.convertValue(json, Change.class));
    }
  }

  private static PageRevisions.Place place(Change change, long version) {
    return new PageRevisions.Place(change.briefing().id(), version);
  }

  private void tell(
      ObjectNode json, Change change, Map<PageRevisions.Place, Briefing.Revision> known) {
    String page = change.briefing().id();
    try {
      // What is restored comes from a revision that the change does not name.
      Briefing.Revision from =
          change.kind() == Change.Kind.RESTORED
              ? null
              : known.get(place(change, change.fromVersion()));
      Exchange before = exchange(change.before(), page, from);
      Exchange after = exchange(change.after(), page, known.get(place(change, change.toVersion())));
      json.set("before", EventJson.MAPPER.valueToTree(before));
      json.set("after", EventJson.MAPPER.valueToTree(after));
      json.set(
          "diff",
          EventJson.MAPPER.valueToTree(Utf16.diff(change.diff(), change.before(), change.after())));
      json.put("offsets", "utf16");
    } catch (ProblemException e) {
      if (e.problem().status() != NOT_THERE) {
        throw e;
      }
      json.put("offsets", "codepoint");
    }
  }

  private Exchange exchange(Exchange exchange, String page, Briefing.Revision revision) {
    return exchange == null ? null : utf16.exchange(exchange, page, revision);
  }
}

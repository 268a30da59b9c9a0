package dev.podium.index.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.podium.contracts.topic.Topics;
import dev.podium.index.Topic;
import dev.podium.kit.record.RecordHeaders;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Holds a comparison to what it has to be where nothing was lost; tells all that is known if not.
 */
final class Alike {

  private final Instances instances;

  Alike(Instances instances) {
    this.instances = instances;
  }

  /** Nothing may be missing, nothing more, nothing different. */
  void check(JsonNode comparison) {
    assertThat(comparison.at("/from/briefings").asLong()).isPositive();
    for (String what : new String[] {"briefings", "exchanges", "history", "checksum"}) {
      assertThat(comparison.path("to").path(what))
          .withFailMessage(() -> told(what, comparison))
          .isEqualTo(comparison.path("from").path(what));
    }
    assertThat(comparison.path("equal"))
        .withFailMessage(() -> told("the equal ones", comparison))
        .isEqualTo(comparison.at("/to/briefings"));
  }

  /** Line by line, since long lines are cut off where builds are reported. */
  private String told(String what, JsonNode comparison) {
    return String.join(
        "\n",
        what + " differ",
        "from " + comparison.path("from"),
        "to   " + comparison.path("to"),
        "equal " + comparison.path("equal") + ", more " + comparison.path("more"),
        marksNow(comparison),
        "dead letters " + letters(),
        "warnings " + String.join("\n", instances.warnings()));
  }

  /** Whether what differed was lost, or only not there yet when it was compared. */
  private String marksNow(JsonNode comparison) {
    Set<String> old = marks(comparison.at("/from/generation").asInt());
    Set<String> young = marks(comparison.at("/to/generation").asInt());
    Set<String> onlyYoung = new TreeSet<>(young);
    onlyYoung.removeAll(old);
    old.removeAll(young);
    return "now only in the old one " + old + ", only in the young one " + onlyYoung;
  }

  private Set<String> marks(int generation) {
    instances.elasticsearch("POST", "/briefings-" + generation + "/_refresh", null);
    JsonNode found =
        instances
            .elasticsearch("GET", "/briefings-" + generation + "/_search?size=9999", null)
            .json();
    Set<String> marks = new TreeSet<>();
    found
        .at("/hits/hits")
        .forEach(hit -> marks.add(hit.path("_id") + ":" + hit.at("/_source/version")));
    return marks;
  }

  private List<String> letters() {
    return Topic.readFrom(instances.bootstrapServers(), Topics.BRIEFINGS_DEAD_LETTERS).stream()
        .map(letter -> letter.key() + ' ' + RecordHeaders.read(letter.headers()))
        .toList();
  }
}

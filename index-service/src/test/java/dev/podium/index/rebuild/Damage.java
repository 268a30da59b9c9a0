package dev.podium.index.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

/** What somebody does to a generation behind the service's back. */
final class Damage {

  private final Instances instances;

  Damage(Instances instances) {
    this.instances = instances;
  }

  /** Removes a document of a generation. */
  void lose(int generation) {
    String id =
        instances
            .elasticsearch(
                "GET", "/history-" + generation + "/_search?size=1&q=type:exchange", null)
            .json()
            .at("/hits/hits/0/_id")
            .asText();
    assertThat(
            instances
                .elasticsearch(
                    "DELETE", "/history-" + generation + "/_doc/" + id + "?refresh=true", null)
                .status())
        .isEqualTo(200);
  }

  /** Writes another title into a mark of a generation. */
  void spoil(int generation) {
    JsonNode hit =
        instances
            .elasticsearch(
                "GET",
                "/briefings-" + generation + "/_search?size=1&version=true&q=state:present",
                null)
            .json()
            .at("/hits/hits/0");
    String changed = hit.path("_source").toString().replace("2026", "2025");
    Instances.Answer answer =
        instances.elasticsearch(
            "PUT",
            "/briefings-%d/_doc/%s?version_type=external_gte&version=%d&refresh=true"
                .formatted(generation, hit.path("_id").asText(), hit.path("_version").asLong()),
            changed);
    assertThat(answer.status()).isEqualTo(200);
  }
}

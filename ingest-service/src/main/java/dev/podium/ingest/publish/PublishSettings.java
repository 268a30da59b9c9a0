package dev.podium.ingest.publish;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How revisions get from the outbox to Kafka. */
@ConfigMapping(prefix = "ingest.publish")
interface PublishSettings {

  /** How many revisions are on their way at once. */
  @WithDefault("64")
  @Min(1) @Max(1000) int batch();

  /** How many revisions of replays are in the outbox at once, so that new ones never wait long. */
  @WithDefault("64")
  @Min(1) @Max(1000) int replayBatch();

  /** How often the outbox is looked at for what another instance has left. */
  @WithDefault("500ms")
  Duration poll();

  /** How long a revision belongs to the instance that publishes it; it is renewed meanwhile. */
  @WithDefault("15s")
  Duration lease();

  /** The first wait after Kafka did not answer. */
  @WithDefault("500ms")
  Duration firstBackoff();

  /** The longest wait after Kafka did not answer. */
  @WithDefault("10s")
  Duration longestBackoff();
}

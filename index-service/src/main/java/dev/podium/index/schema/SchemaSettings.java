package dev.podium.index.schema;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;

/** How the indices are made; indices that are there are left as they are. */
@ConfigMapping(prefix = "index.schema")
public interface SchemaSettings {

  /** Shards of each index. */
  @WithDefault("1")
  @Min(1) @Max(64) int shards();

  /** Replicas, from and to: as many as there are nodes for. */
  @WithDefault("0-1")
  @Pattern(regexp = "\\d+-(\\d+|all)")
  String replicas();

  /** How soon what is written is found. */
  @WithDefault("1s")
  Duration refresh();

  /** How often Elasticsearch is asked which generations of indices there are. */
  @WithDefault("1s")
  Duration poll();

  /**
   * After how long without an answer nothing is indexed; no instance goes by older news of the
   * generations. A swap takes this long twice.
   */
  @WithDefault("10s")
  Duration staleAfter();
}

package dev.podium.kit.topic;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How the topics are made where they are not there yet. */
@ConfigMapping(prefix = "podium.topics")
public interface TopicSettings {

  /** Whether the services create missing topics; otherwise they wait for them. */
  @WithDefault("true")
  boolean create();

  /** Partitions of a topic that is created. */
  @WithDefault("12")
  @Min(1) int partitions();

  /** Replicas of a topic that is created; -1 leaves it to the broker. */
  @WithDefault("-1")
  @Min(-1) @Max(9) short replicationFactor();
}

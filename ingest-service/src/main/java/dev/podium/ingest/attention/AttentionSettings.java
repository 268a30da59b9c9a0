package dev.podium.ingest.attention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** When somebody is to look at a source, and how its progress is told. */
@ConfigMapping(prefix = "ingest.attention")
interface AttentionSettings {

  /** How often it is looked whether there is cause for an alarm. */
  @WithDefault("30s")
  Duration every();

  /** How late a briefing may be, after the last of its usual times, before it counts as missed. */
  @WithDefault("12h")
  Duration grace();

  /** How many briefings in a row must be missed before that is an alarm. */
  @WithDefault("2")
  @Min(1) int missedBriefings();

  /** How long none of a source's listings could be read before that is an alarm. */
  @WithDefault("6h")
  Duration unreachableAfter();

  /** How many looks in a row must find a listing without links before that is an alarm. */
  @WithDefault("3")
  @Min(1) int barrenLooks();

  /** How many revisions in a row must be no briefings before that is an alarm. */
  @WithDefault("5")
  @Min(1) int rejections();

  /** How long the cause of an alarm must last before it is raised. */
  @WithDefault("5m")
  Duration raiseAfter();

  /** How long the cause of an alarm must be away before it is cleared. */
  @WithDefault("30m")
  Duration clearAfter();

  /** How often a progress stream on which nothing happens says that it is there. */
  @WithDefault("10s")
  Duration heartbeat();

  /** How many progress streams an instance serves at once. */
  @WithDefault("100")
  @Min(1) int streams();
}

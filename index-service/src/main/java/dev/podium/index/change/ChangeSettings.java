package dev.podium.index.change;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When a change counts as news. */
@ConfigMapping(prefix = "index.changes")
public interface ChangeSettings {

  /** A capture that is older than this when its briefing is recorded is a backfill. */
  @WithDefault("3d")
  Duration lateAfter();

  /** A briefing that is held longer than this before its first capture is a backfill. */
  @WithDefault("7d")
  Duration oldAfter();
}

package dev.podium.ingest.source;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Which sources there are, and which of them are fetched. */
@ConfigMapping(prefix = "ingest")
public interface SourceSettings {

  /** Whether the real sites of the shipped sources are fetched. They are known either way. */
  @WithDefault("false")
  boolean live();

  /** More sources. */
  Sources sources();

  /** Where more sources lie. */
  interface Sources {

    /** A folder of further source files, which are fetched even when not live. */
    Optional<Path> directory();

    /** How soon an instance obeys what was changed over another. */
    @WithDefault("1s")
    Duration poll();
  }
}

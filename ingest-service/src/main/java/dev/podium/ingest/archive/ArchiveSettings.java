package dev.podium.ingest.archive;

import io.smallrye.config.ConfigMapping;
import java.time.Period;
import java.util.Optional;

/** How the archive is kept. */
@ConfigMapping(prefix = "ingest.archive")
interface ArchiveSettings {

  /**
   * How long the bodies of superseded revisions are kept after they were last seen, as {@code
   * P10Y}; their facts, and the bodies of current revisions, are kept for ever. All are, where it
   * is not set.
   */
  Optional<Period> retention();
}

package dev.podium.index.bulk;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How documents are written in bulk. */
@ConfigMapping(prefix = "index.bulk")
public interface BulkSettings {

  /**
   * The largest request, and smaller ones while Elasticsearch is slow; a larger document goes
   * alone.
   */
  @WithDefault("8M")
  MemorySize requestSize();

  /**
   * The most requests under way at once in an index; fewer while Elasticsearch is slow or pushes
   * back. It makes a segment for each, which it has to merge: more than one pays where it has more
   * processors than indices and instances keep busy.
   */
  @WithDefault("1")
  @Min(1) int concurrency();

  /** An answer that takes longer makes the next requests smaller and fewer. */
  @WithDefault("2s")
  Duration prompt();

  /** The most documents of a request. */
  @WithDefault("2000")
  @Min(1) int requestDocuments();

  /** How often documents are sent before their briefing is taken up again as a whole. */
  @WithDefault("3")
  @Min(1) int attempts();

  /** The first wait before documents are sent again. */
  @WithDefault("100ms")
  Duration firstBackoff();

  /** The longest wait before documents are sent again. */
  @WithDefault("2s")
  Duration longestBackoff();
}

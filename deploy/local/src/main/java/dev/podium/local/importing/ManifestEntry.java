package dev.podium.local.importing;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;

/** A line of a manifest. */
sealed interface ManifestEntry {

  /** From 1. */
  int line();

  /**
   * A page to import.
   *
   * @param fetchedAt null when the manifest does not say
   */
  record Page(int line, URI url, Path file, String contentType, String source, Instant fetchedAt)
      implements ManifestEntry {}

  /** A line that names no page. */
  record Unreadable(int line, String reason) implements ManifestEntry {}
}

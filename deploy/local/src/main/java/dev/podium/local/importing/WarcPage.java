package dev.podium.local.importing;

import java.time.Instant;

/** What a record of a WARC file is to an import. */
sealed interface WarcPage {

  /** A page. */
  // Handed on once and never compared.
  @SuppressWarnings("ArrayRecordComponent")
  record Page(String url, String source, String contentType, Instant time, byte[] body)
      implements WarcPage {}

  /** A page that was gone, with the status that said so. */
  record Gone(String url, String source, int status, Instant time) implements WarcPage {}

  /** Nothing that is imported; the reason is one of a few, so that they can be counted. */
  record Skipped(String reason) implements WarcPage {}

  /** It may have been a page, and cannot be taken. */
  record Lost(String reason) implements WarcPage {}
}

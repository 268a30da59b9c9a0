package dev.podium.local.importing;

/** What became of a page that was sent. */
sealed interface UploadOutcome {

  /** It is in the archive; a revision that was there already counts too. */
  record Taken(boolean isNew) implements UploadOutcome {}

  /** It will never be taken like this. */
  record Refused(String reason) implements UploadOutcome {}

  /** It may be taken later. */
  record Away(String reason) implements UploadOutcome {}
}

package dev.podium.index.briefing;

import dev.podium.index.bulk.Seen;
import dev.podium.index.document.BriefingDocument;

/**
 * A commit mark as it was read.
 *
 * @param seen which writing of it
 */
record Mark(BriefingDocument document, Seen seen) {

  /** What a mark says; null where there is none. */
  static BriefingDocument documentOf(Mark mark) {
    return mark == null ? null : mark.document();
  }

  /** Which writing of a mark was read; null where there is none. */
  static Seen seenOf(Mark mark) {
    return mark == null ? null : mark.seen();
  }
}

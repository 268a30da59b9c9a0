package dev.podium.parse.briefing;

import dev.podium.parse.date.Dates;
import dev.podium.parse.dialect.Dialect;
import dev.podium.parse.page.LineBreaks;
import dev.podium.parse.transcript.TranscriptReader;

/** Lines of a briefing that stand for themselves: turns, dates, furniture. */
record BriefingLines(Dialect dialect, TranscriptReader transcripts, String language)
    implements LineBreaks {

  @Override
  public boolean beginsTurn(String line) {
    return transcripts.startsTurn(line);
  }

  @Override
  public boolean standsAlone(String line) {
    return Dates.isDateLine(line, language) || dialect.reason(line) != null;
  }
}

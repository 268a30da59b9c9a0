package dev.podium.truth;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Exchange;
import java.util.BitSet;

/** All that a briefing's exchanges say in one piece, and which of it askers said. */
final class SaidBy {

  /** A shorter text stands everywhere, so that it is looked for nearby only. */
  private static final int SHORT = 30;

  /** In characters for the podium, whose turns are all known; in questions for askers. */
  private static final int NEARBY = 500;

  private static final int NEARBY_QUESTIONS = 5;

  private final StringBuilder said = new StringBuilder();
  private final BitSet byAskers = new BitSet();
  private final BitSet starts = new BitSet();
  private int position;

  SaidBy(Briefing briefing) {
    for (Exchange exchange : briefing.exchanges()) {
      if (exchange.question() != null) {
        starts.set(said.length());
        int start = said.length();
        said.append(Texts.squeeze(exchange.question().text()));
        byAskers.set(start, said.length());
      }
      if (exchange.answer() != null) {
        said.append(Texts.squeeze(exchange.answer().text()));
      }
    }
  }

  /** Whether this turn, which comes after those asked for before, is in the right mouth. */
  boolean next(Truth.Turn turn) {
    String text = Texts.squeeze(turn.text());
    int found = turn.side() == Truth.Side.ASKER ? question(text) : answer(text);
    int anyhow = found < 0 && text.length() >= SHORT ? said.indexOf(text, position) : found;
    if (anyhow >= 0) {
      position = anyhow + text.length();
    }
    return found >= 0;
  }

  private int question(String text) {
    int left = text.length() < SHORT ? NEARBY_QUESTIONS : Integer.MAX_VALUE;
    int start = starts.nextSetBit(position);
    while (start >= 0 && left > 0) {
      if (startsWith(text, start) && byAskers.nextClearBit(start) >= start + text.length()) {
        return start;
      }
      start = starts.nextSetBit(start + 1);
      left--;
    }
    return -1;
  }

  /** The nearest decides: what is said again and again would be found somewhere later. */
  private int answer(String text) {
    int last = text.length() < SHORT ? position + NEARBY : said.length();
    int found = said.indexOf(text, position);
    return found <= last && found >= 0 && byAskers.get(found, found + text.length()).isEmpty()
        ? found
        : -1;
  }

  private boolean startsWith(String text, int start) {
    return start + text.length() <= said.length()
        && said.substring(start, start + text.length()).equals(text);
  }
}

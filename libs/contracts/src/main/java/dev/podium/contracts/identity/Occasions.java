package dev.podium.contracts.identity;

import java.time.LocalDate;

/**
 * Occasions: the same briefing in several languages and mirrors. It is one organisation, one day
 * and one series, so two briefings of one day share it; it promises no pairing of exchanges.
 */
public final class Occasions {

  /** The occasion's id, or null without a date. */
  public static String of(String organisation, String series, LocalDate date) {
    return date == null ? null : organisation + ':' + series + ':' + date;
  }

  private Occasions() {}
}

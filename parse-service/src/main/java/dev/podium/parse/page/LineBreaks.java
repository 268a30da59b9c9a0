package dev.podium.parse.page;

/** What is known of the lines of a plain text that no wrapping made. */
public interface LineBreaks {

  /** Whether this line begins a turn, so that it begins a paragraph. */
  boolean beginsTurn(String line);

  /** Whether this line is a paragraph of its own. */
  boolean standsAlone(String line);
}

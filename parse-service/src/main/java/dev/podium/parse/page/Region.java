package dev.podium.parse.page;

/** What part of a page a block stands in, as far as the layout tells. */
public enum Region {
  /** The layout does not say. */
  NONE,
  TITLE,
  DATE,
  BODY,
  FURNITURE
}

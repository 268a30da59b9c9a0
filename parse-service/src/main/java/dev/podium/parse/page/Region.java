package dev.podium.parse.page;

/** What part of a page a block stands in, as far as the layout tells. */
public enum Region {
  /** The layout does not say. */
  NONE,
  TITLE,
  DATE,
  BODY,
  FURNITURE,
  /** Named like furniture, which only counts where the layout does not say better. */
  BESIDE,
  /** Text that may be a part of what the page says, at a place where none is expected. */
  UNKNOWN
}

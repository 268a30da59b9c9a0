package dev.podium.parse.page;

/** What is known of the lines of a plain text that no wrapping made. */
public interface LineBreaks {

  /** Whether this line begins a paragraph, whatever stands before it. */
  boolean before(String line);

  /** Whether this line ends a paragraph, whatever stands behind it. */
  boolean after(String line);
}

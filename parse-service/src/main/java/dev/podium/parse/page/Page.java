package dev.podium.parse.page;

import java.util.List;
import java.util.Map;

/**
 * A page as a reader sees it.
 *
 * @param body the decoded body, which all positions count in
 * @param blocks in reading order; every visible character stands in exactly one of them
 * @param title of the document's head, or null
 * @param language as the document declares it, or null
 * @param metas what the document's head, or a front matter, says of it, by lower-case name
 * @param frontMatter whether that is a front matter, which outranks what the text looks like
 * @param links to the same page in other languages, as the page gives them
 */
public record Page(
    String body,
    List<Block> blocks,
    Containers containers,
    String title,
    String language,
    Map<String, String> metas,
    boolean frontMatter,
    List<Link> links) {

  /** A page with more blocks, many times those of any briefing, is not read to its end. */
  public static final int MOST_BLOCKS = 100_000;

  /** Of metas, and of links, what comes after so many is left out. */
  static final int MOST_FACTS = 1000;

  public Page {
    blocks = List.copyOf(blocks);
    metas = Map.copyOf(metas);
    links = List.copyOf(links);
  }

  /** An address and what the page calls its language. */
  public record Link(String language, String href) {}
}

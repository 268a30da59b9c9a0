package dev.podium.parse.page;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What is known of HTML's elements. */
final class Elements {

  static final Set<String> VOID =
      Set.of(
          "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
          "source", "track", "wbr");

  /** Elements that begin and end a paragraph for the reader. */
  static final Set<String> BLOCKS =
      Set.of(
          "address",
          "article",
          "aside",
          "blockquote",
          "body",
          "br",
          "button",
          "caption",
          "center",
          "dd",
          "details",
          "dialog",
          "dir",
          "div",
          "dl",
          "dt",
          "fieldset",
          "figcaption",
          "figure",
          "footer",
          "form",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "head",
          "header",
          "hgroup",
          "hr",
          "html",
          "legend",
          "li",
          "main",
          "menu",
          "nav",
          "ol",
          "optgroup",
          "option",
          "p",
          "pre",
          "search",
          "section",
          "select",
          "summary",
          "table",
          "tbody",
          "td",
          "template",
          "tfoot",
          "th",
          "thead",
          "tr",
          "ul");

  /** Elements whose content is never part of what a page says. */
  static final Set<String> FURNITURE =
      Set.of(
          "nav", "footer", "aside", "select", "option", "button", "noscript", "menu", "figcaption");

  /** A start tag of the first closes an open element of these kinds beside it. */
  private static final Map<String, Set<String>> CLOSES =
      Map.of(
          "li", Set.of("li", "p"),
          "dt", Set.of("dt", "dd", "p"),
          "dd", Set.of("dt", "dd", "p"),
          "tr", Set.of("tr", "td", "th", "p"),
          "td", Set.of("td", "th", "p"),
          "th", Set.of("td", "th", "p"),
          "option", Set.of("option"));

  private static final Set<String> PARAGRAPH = Set.of("p");

  private static final Set<String> BOLD = Set.of("b", "strong");

  /**
   * What is known of an element.
   *
   * @param block whether it begins and ends a paragraph for the reader
   * @param empty whether it has no content
   * @param bold whether it does nothing but set its content in bold
   * @param furniture whether its content is never part of what a page says
   * @param container whether it holds paragraphs, see {@link Containers}
   * @param closes the open elements that its start tag ends
   */
  record Kind(
      boolean block,
      boolean empty,
      boolean bold,
      boolean furniture,
      boolean container,
      Set<String> closes) {}

  private static final Kind OTHER = new Kind(false, false, false, false, false, Set.of());

  private static final Map<String, Kind> KINDS = new HashMap<>();

  static {
    Stream.of(BLOCKS, VOID, BOLD, FURNITURE, Containers.NAMES)
        .flatMap(Set::stream)
        .forEach(name -> KINDS.put(name, read(name)));
  }

  /** What is known of the element of a name; each tag of a page asks. */
  static Kind kind(String name) {
    return KINDS.getOrDefault(name, OTHER);
  }

  private static Kind read(String name) {
    return new Kind(
        BLOCKS.contains(name),
        VOID.contains(name),
        BOLD.contains(name),
        FURNITURE.contains(name),
        Containers.NAMES.contains(name),
        closedBy(name));
  }

  private static Set<String> closedBy(String name) {
    Set<String> closed = CLOSES.get(name);
    if (closed != null) {
      return closed;
    }
    return BLOCKS.contains(name) && !name.equals("br") && !name.equals("button")
        ? PARAGRAPH
        : Set.of();
  }

  /** Whether an end tag of this name means nothing to what is outside of a table's cell. */
  static boolean staysInCell(String name) {
    return switch (name) {
      case "table", "tbody", "thead", "tfoot", "tr", "td", "th", "body", "html" -> false;
      default -> true;
    };
  }

  /** Names by which pages call what stands beside their text. */
  private static final Set<String> BESIDE =
      Set.of(
          "footer",
          "site-footer",
          "sidebar",
          "side-bar",
          "breadcrumb",
          "breadcrumbs",
          "comments",
          "comment-list",
          "comment-respond",
          "respond",
          "related",
          "related-posts",
          "related-news",
          "share",
          "sharing",
          "share-buttons",
          "social",
          "social-share",
          "sharedaddy",
          "cookie",
          "cookies",
          "cookie-banner",
          "copyright",
          "disclaimer",
          "advertisement",
          "advert",
          "ads",
          "widget",
          "widget-area",
          "newsletter",
          "subscribe",
          "skip-link",
          "menu",
          "navbar",
          "topbar",
          "top-bar",
          "pagination",
          "post-navigation",
          "tags",
          "wp-caption-text");

  /** Whether an element's id or one of its classes is such a name. */
  static boolean isBeside(Tag tag) {
    if (tag.bare()) {
      return false;
    }
    String id = tag.id();
    return (id != null && BESIDE.contains(Tag.lower(id))) || hasBeside(tag.classes());
  }

  private static boolean hasBeside(String classes) {
    if (classes == null) {
      return false;
    }
    int from = 0;
    for (int i = 0; i <= classes.length(); i++) {
      if (i == classes.length() || classes.charAt(i) <= ' ') {
        if (i > from && BESIDE.contains(Tag.lower(classes.substring(from, i)))) {
          return true;
        }
        from = i + 1;
      }
    }
    return false;
  }

  private Elements() {}
}

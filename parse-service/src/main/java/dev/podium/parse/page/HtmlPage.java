package dev.podium.parse.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads HTML into blocks. */
final class HtmlPage implements HtmlTokens.Handler {

  private static final int LONGEST_META = 1000;
  private static final int USUAL_BLOCKS = 512;

  private final String body;
  private final Layout layout;
  private final OpenElements open = new OpenElements();
  private final BlockBuilder builder = new BlockBuilder();
  private final List<Block> blocks = new ArrayList<>(USUAL_BLOCKS);
  private final Containers containers = new Containers();
  private final Map<String, String> metas = new HashMap<>();
  private final List<Page.Link> links = new ArrayList<>();
  private String title;
  private String language;
  private int boldTags;
  private int strongTags;
  private int heading;
  private boolean inHead;
  private boolean inLink;
  private boolean inPre;
  private int hidden;
  private String languageLink;
  private StringBuilder linkText;

  private HtmlPage(String body, Layout layout) {
    this.body = body;
    this.layout = layout;
  }

  static Page read(String body, Layout layout) {
    HtmlPage page = new HtmlPage(body, layout);
    new HtmlTokens(body, page).read();
    page.endBlock();
    return new Page(
        body,
        page.blocks,
        page.containers,
        page.title,
        page.language,
        page.metas,
        false,
        page.links);
  }

  @Override
  public void startTag(Tag tag) {
    String name = tag.name();
    Elements.Kind kind = Elements.kind(name);
    if (name.equals("br") && heading > 0) {
      builder.space(tag.start());
    } else if (kind.block()) {
      endBlock();
      inHead = false;
    }
    structure(name, kind.closes());
    if (!kind.empty() && !kind.bold() && !open.isFull()) {
      push(tag, kind);
    }
    facts(tag, name);
  }

  private void structure(String name, Set<String> closed) {
    while (!closed.isEmpty() && closed.contains(open.name())) {
      open.pop();
    }
    switch (name) {
      case "b" -> boldTags++;
      case "strong" -> strongTags++;
      case "head" -> inHead = true;
      case "pre" -> inPre = true;
      case "template" -> hidden++;
      case "h1", "h2", "h3", "h4", "h5", "h6" -> heading = name.charAt(1) - '0';
      default -> {}
    }
  }

  private void push(Tag tag, Elements.Kind kind) {
    open.push(tag.name(), layout.matches(tag), boldStyle(tag));
    if (kind.container()) {
      open.container(containers.add(open.container(), tag));
    }
    Region region = layout.region(open.path(), open.depth());
    if (region == null && kind.furniture()) {
      region = Region.FURNITURE;
    }
    if (region == null && open.region() == Region.NONE && Elements.isBeside(tag)) {
      region = Region.BESIDE;
    }
    if (region != null && region != open.region()) {
      endBlock();
      open.region(region);
    }
  }

  private static boolean boldStyle(Tag tag) {
    if (tag.bare()) {
      return false;
    }
    String style = tag.value("style");
    if (style == null) {
      return false;
    }
    int weight = style.indexOf("font-weight");
    return weight >= 0
        && (style.startsWith("bold", skip(style, weight + 11))
            || style.startsWith("700", skip(style, weight + 11)));
  }

  private static int skip(String style, int from) {
    int i = from;
    while (i < style.length() && (style.charAt(i) == ':' || style.charAt(i) == ' ')) {
      i++;
    }
    return i;
  }

  private void facts(Tag tag, String name) {
    switch (name) {
      case "html" -> language = tag.value("lang");
      case "meta" -> meta(tag);
      case "link" -> alternate(tag);
      case "a" -> link(tag);
      case "img" -> {
        if (languageLink != null) {
          String text = tag.value("data-desc");
          linkText.append(text != null ? text : "");
        }
      }
      default -> {}
    }
  }

  private void meta(Tag tag) {
    String key = tag.value("name");
    String name = key != null ? key : tag.value("property");
    String content = tag.value("content");
    boolean fits = content != null && content.length() <= LONGEST_META;
    if (name != null && fits && metas.size() < Page.MOST_FACTS) {
      metas.putIfAbsent(Tag.lower(name), content);
    }
  }

  private void alternate(Tag tag) {
    String language = tag.value("hreflang");
    if (language != null && tag.value("href") != null && "alternate".equals(tag.value("rel"))) {
      link(language, tag.value("href"));
    }
  }

  private void link(Tag tag) {
    endLink();
    inLink = true;
    String href = tag.value("href");
    if (href != null && !open.isFull() && layout.languageLink(open.path(), open.depth())) {
      languageLink = href;
      linkText = new StringBuilder();
    }
  }

  private void link(String language, String href) {
    if (links.size() < Page.MOST_FACTS) {
      links.add(new Page.Link(language, href));
    }
  }

  private void endLink() {
    inLink = false;
    if (languageLink != null) {
      link(Spaces.fold(linkText), languageLink);
      languageLink = null;
    }
  }

  @Override
  public void endTag(String name) {
    Elements.Kind kind = Elements.kind(name);
    if (kind.block()) {
      endBlock();
    }
    switch (name) {
      case "b" -> boldTags = Math.max(0, boldTags - 1);
      case "strong" -> strongTags = Math.max(0, strongTags - 1);
      case "a" -> endLink();
      case "head" -> inHead = false;
      case "pre" -> inPre = false;
      case "template" -> hidden = Math.max(0, hidden - 1);
      case "h1", "h2", "h3", "h4", "h5", "h6" -> heading = 0;
      default -> {}
    }
    if (!kind.bold()) {
      Region before = open.region();
      open.close(name);
      if (open.region() != before) {
        // The block belongs to the region that it began in.
        endBlock(before);
      }
    }
  }

  @Override
  public void raw(String name, int start, int end) {
    if (name.equals("title") && title == null) {
      title = Spaces.fold(Tag.resolve(body, start, end));
    } else if (name.equals("textarea")) {
      text(start, end);
    }
  }

  @Override
  public void text(int start, int end) {
    if (inHead || hidden > 0) {
      return;
    }
    boolean bold = boldTags > 0 || strongTags > 0 || open.bold();
    for (int i = start; i < end; i++) {
      char c = body.charAt(i);
      if (c == '\n' && inPre) {
        endBlock();
      } else if (Spaces.isSpace(c)) {
        builder.space(i);
      } else if (c == '&') {
        i = reference(i, end, bold) - 1;
      } else if (Spaces.kind(c) == Spaces.PLAIN) {
        i = builder.addPlain(body, i, end, bold, inLink) - 1;
      } else {
        builder.add(c, i, bold, inLink);
      }
    }
    if (languageLink != null) {
      linkText.append(body, start, Math.min(end, start + LONGEST_META));
    }
  }

  /** Adds a character reference, or an ampersand that is none; says where to go on. */
  private int reference(int at, int end, boolean bold) {
    CharacterReferences.Reference reference = CharacterReferences.at(body, at, end);
    if (reference == null) {
      builder.add('&', at, bold, inLink);
      return at + 1;
    }
    char first = reference.characters().charAt(0);
    if (Spaces.isSpace(first)) {
      builder.space(at);
    } else if (!(builder.isEmpty() && Spaces.isInvisible(first))) {
      builder.addReference(reference.characters(), at, reference.length(), bold);
    }
    return at + reference.length();
  }

  private void endBlock() {
    endBlock(open.region());
  }

  private void endBlock(Region region) {
    Block block = builder.finish(region, open.container(), heading);
    if (block != null && blocks.size() <= Page.MOST_BLOCKS) {
      blocks.add(block);
    }
  }
}

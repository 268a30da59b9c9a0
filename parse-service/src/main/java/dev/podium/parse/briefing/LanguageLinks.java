package dev.podium.parse.briefing;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.identity.CanonicalUrl;
import dev.podium.parse.dialect.Dialect;
import dev.podium.parse.page.Page;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The same briefing in other languages, as the page links it. */
final class LanguageLinks {

  private static final String TAG = "[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,8}";

  /**
   * The links.
   *
   * @param own language of the page, which it may link, too
   */
  static List<Briefing.LanguageLink> of(Page page, Dialect dialect, String url, String own) {
    // By text: unlike records, colliding strings can be ordered, so that many take no longer.
    Map<String, Briefing.LanguageLink> links = new LinkedHashMap<>();
    for (Page.Link link : page.links()) {
      String language = dialect.languageNames().get(link.language());
      if (language == null && link.language().matches(TAG)) {
        language = link.language().replace('_', '-');
      }
      boolean other = language != null && !language.equals(own);
      String target = other ? resolve(url, link.href()) : null;
      if (target != null) {
        links.putIfAbsent(language + ' ' + target, new Briefing.LanguageLink(language, target));
      }
    }
    return List.copyOf(links.values());
  }

  /** The absolute address, or null if it is none; longer than any page's it is not looked at. */
  private static String resolve(String url, String href) {
    if (href.length() > CanonicalUrl.MAX_LENGTH) {
      return null;
    }
    try {
      URI target = URI.create(url).resolve(href.strip());
      boolean web = "http".equals(target.getScheme()) || "https".equals(target.getScheme());
      return web ? target.toString() : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private LanguageLinks() {}
}

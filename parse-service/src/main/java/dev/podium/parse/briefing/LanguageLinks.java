package dev.podium.parse.briefing;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.parse.dialect.Dialect;
import dev.podium.parse.page.Page;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The same briefing in other languages, as the page links it. */
final class LanguageLinks {

  private static final String TAG = "[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*";

  /**
   * The links.
   *
   * @param own language of the page, which it may link, too
   */
  static List<Briefing.LanguageLink> of(Page page, Dialect dialect, String url, String own) {
    Set<Briefing.LanguageLink> links = new LinkedHashSet<>();
    for (Page.Link link : page.links()) {
      String language = dialect.languageNames().get(link.language());
      if (language == null && link.language().matches(TAG)) {
        language = link.language().replace('_', '-');
      }
      boolean other = language != null && !language.equals(own);
      String target = other ? resolve(url, link.href()) : null;
      if (target != null) {
        links.add(new Briefing.LanguageLink(language, target));
      }
    }
    return List.copyOf(links);
  }

  private static String resolve(String url, String href) {
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

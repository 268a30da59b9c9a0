package dev.podium.local.site;

import java.util.List;
import java.util.Map;

/**
 * How the pages of a host behave; a page that is not named is just its file.
 *
 * @param pages by path
 */
record Behaviour(Map<String, Page> pages) {

  static final Behaviour NONE = new Behaviour(Map.of());
  private static final Page PLAIN = new Page(List.of(), false, null);

  Behaviour {
    pages = Map.copyOf(pages);
  }

  Page page(String path) {
    return pages.getOrDefault(path, PLAIN);
  }

  /**
   * A page.
   *
   * @param steps what it is, visit by visit; empty for the file of its path
   * @param nonce whether every response holds something else in the place of {@code {{nonce}}}
   * @param contentType instead of the one that the file name gives, or null
   */
  record Page(List<Step> steps, boolean nonce, String contentType) {

    Page {
      steps = List.copyOf(steps);
    }

    /** What a visit of that number sees. */
    Step at(int visit) {
      return steps.reversed().stream()
          .filter(step -> step.visit() <= visit)
          .findFirst()
          .orElseThrow();
    }
  }

  /**
   * What a page is from a visit on: a file, an address that it points to, or neither.
   *
   * @param file relative to the host's folder, or null
   * @param status of the answer
   * @param redirect or null
   */
  record Step(int visit, String file, int status, String redirect) {}
}

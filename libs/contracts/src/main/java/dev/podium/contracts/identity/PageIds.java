package dev.podium.contracts.identity;

/** Ids of pages. A page and the briefing that it holds have the same id. */
public final class PageIds {

  /**
   * The id of a page.
   *
   * @param canonicalUrl from {@link CanonicalUrl#of}
   */
  public static String of(String canonicalUrl) {
    return Base32Hash.of(canonicalUrl);
  }

  private PageIds() {}
}

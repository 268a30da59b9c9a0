package dev.podium.ingest.discover;

import dev.podium.contracts.identity.CanonicalUrl;
import dev.podium.ingest.source.Source;

/** The number is in the path, below the listing: {@code page/2/}. */
final class PathNumbers implements PageNumbers {

  private final String before;
  private final String after;
  private final int first;

  PathNumbers(String listing, Source.Paging.Path paging) {
    String form = paging.form();
    int place = form.indexOf(Source.Paging.Path.NUMBER);
    this.before = PageNumbers.folder(listing) + form.substring(0, place);
    this.after = form.substring(place + Source.Paging.Path.NUMBER.length());
    this.first = paging.first();
  }

  @Override
  public String address(int number) {
    return before + (first + number) + after;
  }

  @Override
  public int number(String address) {
    Link link = Link.of(address);
    String prefix = CanonicalUrl.of(before);
    if (link == null || !link.url().startsWith(prefix)) {
      return -1;
    }
    String rest = link.url().substring(prefix.length());
    boolean whole = rest.endsWith(after);
    int value = PageNumbers.value(whole ? rest.substring(0, rest.length() - after.length()) : rest);
    return value < first ? -1 : value - first;
  }
}

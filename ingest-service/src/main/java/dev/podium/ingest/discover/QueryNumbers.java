package dev.podium.ingest.discover;

import dev.podium.contracts.identity.CanonicalUrl;
import dev.podium.ingest.source.Source;
import java.util.ArrayList;
import java.util.List;

/** The number is the value of a parameter: {@code ?page=2}. */
final class QueryNumbers implements PageNumbers {

  private final String path;
  private final List<String> parameters;
  private final String name;
  private final int first;
  private final int step;

  QueryNumbers(String listing, Source.Paging.Query paging) {
    int query = listing.indexOf('?');
    this.path = query < 0 ? listing : listing.substring(0, query);
    this.parameters = query < 0 ? List.of() : List.of(listing.substring(query + 1).split("&", -1));
    this.name = paging.parameter() + '=';
    this.first = paging.first();
    this.step = paging.step();
  }

  /** The address of the listing with the parameter in its place, or at the end. */
  @Override
  public String address(int number) {
    String parameter = name + (first + number * step);
    List<String> all = new ArrayList<>(parameters);
    all.replaceAll(one -> one.startsWith(name) ? parameter : one);
    if (!all.contains(parameter)) {
      all.add(parameter);
    }
    return path + '?' + String.join("&", all);
  }

  @Override
  public int number(String address) {
    Link link = Link.of(address);
    String prefix = CanonicalUrl.of(path) + '?';
    if (link == null || !link.url().startsWith(prefix)) {
      return -1;
    }
    for (String one : link.url().substring(prefix.length()).split("&", -1)) {
      if (one.startsWith(name)) {
        return number(PageNumbers.value(one.substring(name.length())));
      }
    }
    return -1;
  }

  private int number(int value) {
    int distance = value - first;
    return value < 0 || distance < 0 || distance % step != 0 ? -1 : distance / step;
  }
}

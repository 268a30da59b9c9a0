package dev.podium.gateway.feed;

import dev.podium.gateway.exchange.ExchangeDocument;
import dev.podium.gateway.exchange.Proofs;
import dev.podium.gateway.http.EntityTags;
import dev.podium.gateway.http.PublicAddress;
import dev.podium.gateway.list.ListPage;
import dev.podium.gateway.list.Order;
import dev.podium.gateway.list.Paging;
import dev.podium.gateway.parameter.Parameters;
import dev.podium.gateway.search.ExchangeQueries;
import dev.podium.gateway.search.ExchangeQuery;
import dev.podium.gateway.search.ExchangeSearch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Makes feeds of searches. */
@ApplicationScoped
class Feeds {

  private static final String SEARCH = "/v1/exchanges";
  private static final String CURSOR = Paging.CURSOR.name();

  // Readers ask often, and a briefing is no emergency. A cache between them might serve strangers.
  private static final String CACHING = "private, max-age=60";

  private final ExchangeQueries queries;
  private final ExchangeSearch search;
  private final PublicAddress address;
  private final Proofs proofs;
  private final EntityTags tags;

  Feeds(
      ExchangeQueries queries,
      ExchangeSearch search,
      PublicAddress address,
      Proofs proofs,
      EntityTags tags) {
    this.queries = queries;
    this.search = search;
    this.address = address;
    this.proofs = proofs;
    this.tags = tags;
  }

  Response atom(UriInfo uri, Request request) {
    MediaType type = MediaType.valueOf(AtomWriter.TYPE + ";charset=utf-8");
    return answer(request, feed(uri), AtomWriter::write, type);
  }

  Response json(UriInfo uri, Request request) {
    MediaType type = MediaType.valueOf(JsonFeed.TYPE);
    return answer(request, feed(uri), feed -> tags.bytes(JsonFeed.of(feed)), type);
  }

  // The address of the next page is another each time, and no news to who has this one.
  private Response answer(
      Request request, Feed feed, Function<Feed, byte[]> writer, MediaType type) {
    EntityTag tag = EntityTags.weak(writer.apply(feed.withoutNext()));
    return tags.answer(request, writer.apply(feed), type, CACHING, tag);
  }

  private Feed feed(UriInfo uri) {
    Parameters parameters = new Parameters(uri.getQueryParameters(), FeedParameters.ALL);
    ExchangeQuery query = queries.read("feed", parameters, Order.NEWEST);
    // In an order of its own, since the first address is what the feed is known by.
    Map<String, List<String>> given = new TreeMap<>(parameters.given());
    ListPage<ExchangeDocument> page =
        search.documents(query, cursor -> address.of(uri, with(given, cursor)));
    return new Feed(
        address.of(uri, without(given, CURSOR)),
        address.of(uri, given),
        page.next(),
        address.of(uri, SEARCH, without(without(given, CURSOR), Paging.SIZE.name())),
        given,
        page.items().stream().map(document -> entry(uri, document)).toList());
  }

  private Feed.Entry entry(UriInfo uri, ExchangeDocument document) {
    return new Feed.Entry(proofs.permalink(uri, document.exchange().id()), document);
  }

  private static Map<String, List<String>> with(Map<String, List<String>> given, String cursor) {
    Map<String, List<String>> all = new LinkedHashMap<>(given);
    all.put(CURSOR, List.of(cursor));
    return all;
  }

  private static Map<String, List<String>> without(Map<String, List<String>> given, String name) {
    Map<String, List<String>> rest = new LinkedHashMap<>(given);
    rest.remove(name);
    return rest;
  }
}

package dev.podium.gateway.route;

import io.vertx.core.MultiMap;
import java.util.List;

/**
 * The headers that go through, by name: those that speak of the content and not of the connection
 * or of the caller. Credentials and cookies end here.
 */
final class PassedHeaders {

  private static final List<String> TO_SERVICE =
      List.of(
          "accept",
          "accept-language",
          "content-encoding",
          "content-language",
          "content-length",
          "content-location",
          "content-type",
          "if-match",
          "if-modified-since",
          "if-none-match",
          "last-event-id",
          "last-modified",
          "memento-datetime",
          "user-agent");

  private static final List<String> TO_CALLER =
      List.of(
          "accept",
          "allow",
          "cache-control",
          "content-disposition",
          "content-language",
          "content-length",
          "content-encoding",
          "content-location",
          "content-security-policy",
          "content-type",
          "etag",
          "last-modified",
          "link",
          "location",
          "memento-datetime",
          "retry-after",
          "vary");

  private static final List<String> ADDRESSES = List.of("content-location", "link", "location");

  static void toService(MultiMap from, MultiMap to) {
    TO_SERVICE.forEach(name -> to.set(name, from.getAll(name)));
  }

  /**
   * Copies an answer's headers.
   *
   * @param there where the service's addresses begin
   * @param here where the gateway's addresses begin
   */
  static void toCaller(MultiMap from, MultiMap to, String there, String here) {
    for (String name : TO_CALLER) {
      List<String> values = from.getAll(name);
      if (!values.isEmpty()) {
        to.set(name, ADDRESSES.contains(name) ? moved(values, there, here) : values);
      }
    }
  }

  /** Takes back what was copied of an answer that is not given after all. */
  static void remove(MultiMap headers) {
    TO_CALLER.forEach(headers::remove);
  }

  private static List<String> moved(List<String> values, String there, String here) {
    return values.stream().map(value -> value.replace(there + '/', here + '/')).toList();
  }

  private PassedHeaders() {}
}

package dev.podium.local.site;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** What the site answers, before it is known whether the client has it already. */
final class SiteAnswer {

  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;

  SiteAnswer(int status, Map<String, String> headers, byte[] body) {
    this.status = status;
    this.headers = Map.copyOf(headers);
    this.body = body;
  }

  int status() {
    return status;
  }

  Map<String, String> headers() {
    return headers;
  }

  /** Not to be written to. */
  byte[] body() {
    return body;
  }

  static SiteAnswer html(int status, String title, String content) {
    String page =
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>"
            + title
            + "</title></head><body><h1>"
            + title
            + "</h1>"
            + content
            + "</body></html>";
    return new SiteAnswer(
        status,
        Map.of("Content-Type", "text/html; charset=utf-8"),
        page.getBytes(StandardCharsets.UTF_8));
  }

  SiteAnswer with(String header, String value) {
    Map<String, String> all = new TreeMap<>(headers);
    all.put(header, value);
    return new SiteAnswer(status, all, body);
  }
}

package dev.podium.ingest.archive;

import dev.podium.contracts.identity.PageIds;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Captures of pages as tests need them. */
public final class Captures {

  static final String ROBOTS = "allowed by robots.txt";

  /** An address that nobody has used. */
  public static String url() {
    return "https://history.example/" + UUID.randomUUID() + ".html";
  }

  /** The page as it was fetched just now. */
  static Capture live(String url, String html, Header... headers) {
    return live(url, bytes(html), headers);
  }

  static Capture live(String url, byte[] body, Header... headers) {
    Content content = Content.of(body, ContentType.parse("text/html"), List.of());
    return new Capture(
        url, Capture.Origin.LIVE, null, url, 200, "\"1\"", null, List.of(headers), ROBOTS, content);
  }

  /** The page as it was found missing just now. */
  static Capture gone(String url, Header... headers) {
    return new Capture(
        url, Capture.Origin.LIVE, null, url, 410, null, null, List.of(headers), ROBOTS, null);
  }

  /** Sends an older capture. */
  public static Response send(String source, String url, Instant time, String html) {
    return RestAssured.given()
        .header("Content-Type", "text/html; charset=UTF-8")
        .header("Content-Location", url)
        .header("Memento-Datetime", time.toString())
        .body(bytes(html))
        .post("/v1/pages?source=" + source);
  }

  static Response page(String url) {
    return RestAssured.given().get("/v1/pages/" + PageIds.of(url));
  }

  public static Response body(String url, int revision) {
    return RestAssured.given()
        .get("/v1/pages/" + PageIds.of(url) + "/revisions/" + revision + "/body");
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private Captures() {}
}

package dev.podium.ingest.frontier;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;

/** Declarations of sources, as they are sent over REST. */
final class Declared {

  static String declaration(String id, String host) {
    return """
        id: %s
        name: A source over REST
        organisation: rest
        series: regular
        language: en
        timeZone: Europe/Oslo
        listings: [{url: 'https://%s/news/default.html'}]
        links: {include: ['/news/p-[a-z0-9-]+\\.html$']}
        delay: 10ms
        listingInterval: 200ms
        pageInterval: 300ms
        """
        .formatted(id, host);
  }

  static RequestSpecification yaml(String text) {
    return given()
        .header("Content-Type", "application/yaml")
        .body(text.getBytes(StandardCharsets.UTF_8));
  }

  private Declared() {}
}

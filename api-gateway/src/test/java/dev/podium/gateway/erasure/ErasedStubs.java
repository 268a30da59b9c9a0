package dev.podium.gateway.erasure;

import dev.podium.local.server.LocalServers;
import io.restassured.RestAssured;

/** What the index has of erased things, put there as index-service does. */
public final class ErasedStubs {

  private static final String ERASED =
      "{\"erasure\":\"%s\",\"reason\":\"court-order\",\"at\":\"2026-03-20T10:00:00.000Z\","
              .formatted(ErasuresBackend.ID)
          + "\"exchangeId\":%s}";

  /** Makes an exchange an erased one, whether it is there or not. */
  public static void exchange(String id, String page) {
    put(
        "exchanges/_doc/" + id,
        """
        {"id": "%s", "version": 1774000800000000, "status": "erased",
         "briefing": {"id": "%s", "version": 1774000800000000},
         "exchange": {"id": "%s", "ordinal": 0, "erased": %s}}"""
            .formatted(id, page, id, ERASED.formatted('"' + id + '"')));
  }

  /** Makes a briefing an erased one. */
  static void briefing(String page, String url) {
    put(
        "briefings/_doc/" + page,
        """
        {"id": "%s", "version": 1774000800000000, "exchangeCount": 0, "questionCount": 0,
         "briefing": {"id": "%s", "version": 1774000800000000, "state": "gone", "url": "%s",
           "coverage": 0, "rejection": {"code": "erased", "text": "erased on demand"},
           "erased": [%s]}}"""
            .formatted(page, page, url, ERASED.formatted("null")));
  }

  private static void put(String document, String json) {
    RestAssured.given()
        .contentType("application/json")
        .body(json)
        .put(LocalServers.elasticsearch().url() + '/' + document + "?refresh=true")
        .then()
        .statusCode(201);
  }

  /** Takes a stub away again. */
  public static void removeExchange(String id) {
    remove("exchanges/_doc/" + id);
  }

  static void remove(String document) {
    RestAssured.given()
        .delete(LocalServers.elasticsearch().url() + '/' + document + "?refresh=true");
  }

  private ErasedStubs() {}
}

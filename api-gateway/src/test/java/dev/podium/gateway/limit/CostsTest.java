package dev.podium.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CostsTest {

  @ParameterizedTest
  @CsvSource({
    "GET,     /docs/,                            0",
    "GET,     /q/health,                         0",
    "GET,     /v1,                               0",
    "GET,     /v1/quota,                         0",
    "OPTIONS, /v1/exchanges,                     0",
    "GET,     /v1/exchanges/abc,                 1",
    "GET,     /v1/exchanges/abc/revisions/1,     1",
    "GET,     /v1/briefings/abc,                 1",
    "GET,     /v1/briefings/abc.html,            1",
    "GET,     /v1/alerts/1/deliveries,           1",
    "GET,     /v1/exchanges,                     5",
    "HEAD,    /v1/exchanges,                     5",
    "GET,     /v1/exchanges.atom,                5",
    "GET,     /v1/exchanges.feed.json,           5",
    "GET,     /v1/outlets,                       5",
    "GET,     /v1/exchanges/abc/similar,         5",
    "GET,     /v1/exchanges/abc/revisions,       5",
    "GET,     /v1/exchanges/abc/diff,            5",
    "GET,     /v1/sources,                       5",
    "GET,     /v1/sources/mfa-cn-fr,             5",
    "POST,    /v1/parse,                        10",
    "POST,    /v1/exchanges/abc/reports,        10",
    "GET,     /v1/exchanges.csv,                50",
    "GET,     /v1/stream,                       50",
    "GET,     /v1/warc,                         50",
    "GET,     /v1/exchanges/abc/evidence,       50",
    "GET,     /v1/sources/a/progress,           50",
    "POST,    /v1/alerts/1/test,                50",
  })
  void whatTakesMoreCostsMore(String method, String path, int points) {
    assertThat(Costs.of(HttpMethod.valueOf(method), path)).isEqualTo(points);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/exchanges.csv/",
        "/v1/exchanges.csv;x",
        "/v1/exchanges.csv;x=.json",
        "/v1;a/exchanges.csv",
        "//v1//exchanges.csv",
        "/v1/exchanges/abc/evidence/",
        "/v1/stream;x/",
      })
  void noSpellingOfAnAddressCostsLess(String path) {
    assertThat(Costs.of(HttpMethod.GET, path)).isEqualTo(50);
  }
}

package dev.podium.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostsTest {

  @ParameterizedTest
  @CsvSource({
    "GET,     /docs/,                                     ,               0",
    "GET,     /q/health,                                  ,               0",
    "GET,     /v1/quota,                                  ,               0",
    "OPTIONS, /v1/exchanges,                              ,               0",
    "GET,     /v1/exchanges/abc,                          ,               1",
    "GET,     /v1/briefings/abc,                          ,               1",
    "GET,     /v1/sources,                                ,               1",
    "GET,     /v1/exchanges,                              application/json, 5",
    "HEAD,    /v1/exchanges,                              ,               5",
    "GET,     /v1/exchanges.atom,                         ,               5",
    "GET,     /v1/outlets,                                ,               5",
    "GET,     /v1/exchanges/abc/similar,                  ,               5",
    "POST,    /v1/parse,                                  ,              10",
    "GET,     /v1/exchanges.csv,                          ,              50",
    "GET,     /v1/exchanges,                              text/csv,      50",
    "GET,     /v1/exchanges,                              application/x-ndjson, 50",
    "GET,     /v1/stream,                                 ,              50",
    "GET,     /v1/warc,                                   ,              50",
    "GET,     /v1/exchanges/abc/evidence,                 ,              50",
    "GET,     /v1/sources/a/progress,                     ,              50",
  })
  void whatTakesMoreCostsMore(String method, String path, String accept, int points) {
    assertThat(Costs.of(HttpMethod.valueOf(method), path, accept)).isEqualTo(points);
  }
}

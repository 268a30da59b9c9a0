package dev.podium.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessRulesTest {

  @ParameterizedTest
  @CsvSource({
    "GET,    /,                                public",
    "GET,    /docs/,                           public",
    "GET,    /openapi,                         public",
    "GET,    /q/health/ready,                  public",
    "GET,    /v1,                              public",
    "GET,    /v1/quota,                        public",
    "GET,    /v1/exchanges,                    read",
    "HEAD,   /v1/exchanges,                    read",
    "GET,    /v1/exchanges/abc/similar,        read",
    "POST,   /v1/exchanges,                    write",
    "POST,   /v1/exchanges/abc/reports,        read",
    "GET,    /v1/exchanges/abc/reports,        admin",
    "GET,    /v1/sources,                      public",
    "GET,    /v1/sources/mfa-cn-fr,            public",
    "GET,    /v1/sources/mfa-cn-fr/declaration, admin",
    "GET,    /v1/sources/mfa-cn-fr/health,     admin",
    "GET,    /v1/sources/mfa-cn-fr/health/,    admin",
    "GET,    /v1/sources/mfa-cn-fr/never-heard-of, admin",
    "GET,    /v1/sources/mfa-cn-fr/progress,   admin",
    "POST,   /v1/sources,                      admin",
    "PUT,    /v1/sources/mfa-cn-fr,            admin",
    "DELETE, /v1/sources/mfa-cn-fr,            admin",
    "POST,   /v1/sources/mfa-cn-fr/crawl,      admin",
    "POST,   /v1/sources/mfa-cn-fr/backfill,   admin",
    "GET,    /v1/pages,                        read",
    "GET,    /v1/pages/abc/revisions/1/text,   read",
    "POST,   /v1/pages,                        write",
    "POST,   /v1/parse,                        write",
    "GET,    /v1/pages/replay,                 admin",
    "POST,   /v1/pages/replay,                 admin",
    "GET,    /v1/alarms,                       admin",
    "GET,    /v1/dead-letters/index-1-2,       admin",
    "POST,   /v1/indexes/rebuild,              admin",
    "GET,    /v1/indexes,                      admin",
    "GET,    /v1/warc,                         admin",
    "POST,   /v1/erasures,                     admin",
    "GET,    /v1/erasures/1,                   admin",
    "GET,    /v1/reports,                      admin",
    "GET,    /v1/keys,                         admin",
    "DELETE, /v1/keys/abc,                     admin",
    "GET,    /v1/alerts,                       write",
    "POST,   /v1/alerts,                       write",
    "GET,    /v1/never-heard-of,               read",
    "PATCH,  /v1/never-heard-of,               write",
  })
  void anAddressNeedsAScope(String method, String path, String scope) {
    assertThat(
            AccessRules.needed(HttpMethod.valueOf(method), path).map(Scope::text).orElse("public"))
        .isEqualTo(scope);
  }

  @ParameterizedTest
  @CsvSource({
    "GET,  /v1/keys/",
    "GET,  /v1/keys;x=1",
    "GET,  /v1;a/keys;b",
    "GET,  //v1//keys",
    "GET,  /v1/keys//",
    "POST, /v1/sources;/x",
    "GET,  /v1/sources/a;b/health",
    "HEAD, /v1/sources/a/declaration;x",
    "GET,  /;/v1/keys",
    "GET,  /v1/exchanges/abc/reports/",
  })
  void noSpellingOfAnAddressNeedsLess(String method, String path) {
    assertThat(AccessRules.needed(HttpMethod.valueOf(method), path)).hasValue(Scope.ADMIN);
  }
}

package dev.podium.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessLogTest {

  @ParameterizedTest
  @CsvSource({
    "/v1/exchanges?q=coree&size=1,       /v1/exchanges?q=coree&size=1",
    "/v1/x?api_key=SECRET&q=a,           /v1/x?api_key=***&q=a",
    "/v1/x?q=a&access_token=SECRET,      /v1/x?q=a&access_token=***",
    "/v1/x?KEY=SECRET;password=SECRET,   /v1/x?KEY=***;password=***",
    "/v1/x?%6bey=SECRET,                 /v1/x?key=***",
    "/v1/x?client%5Fsecret=SECRET,       /v1/x?client_secret=***",
    "/v1/x?Authorization=Bearer%20SECRET, /v1/x?Authorization=***",
    "/v1/x?key=SECRET?SECRET=SECRET&q=a?, /v1/x?key=***&q=a?",
    "/v1/x?q=https://a.example/?sig_token=SECRET=;a, /v1/x?q=https://a.example/?sig_token=***;a",
    "/v1/keys/a?q=my key&size=1,          /v1/keys/a?q=my key&size=1",
    "/v1/x?=a&key&token=,                 /v1/x?=a&key&token=***",
  })
  void noSecretIsInIt(String address, String logged) {
    assertThat(AccessLog.withoutSecrets(address)).isEqualTo(logged).doesNotContain("SECRET");
  }

  /** One that a search for names from each question mark on takes minutes for. */
  @Test
  void noAddressTakesLong() {
    String names = "?key".repeat(6_000);

    assertThat(AccessLog.withoutSecrets(names)).isEqualTo(names.substring(0, 2_000) + "...");
    assertThat(AccessLog.withoutSecrets("?key".repeat(400) + "=SECRET")).endsWith("?key?key=***");
  }

  @Test
  void aLongAddressIsCut() {
    assertThat(AccessLog.withoutSecrets("/v1/x?q=" + "a".repeat(10_000))).hasSizeLessThan(2_010);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      delimiter = '|',
      value = {
        "null | private",
        "no-cache | private, no-cache",
        "no-store | no-store",
        "public, max-age=86400, immutable | private, max-age=86400, immutable",
        "private, max-age=3 | private, max-age=3",
      })
  void whatOneCallerSeesIsForNoSharedCache(String caching, String expected) {
    assertThat(CallerCaching.toOneOnly(caching)).isEqualTo(expected);
  }
}

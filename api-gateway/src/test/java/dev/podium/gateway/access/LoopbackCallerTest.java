package dev.podium.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import io.vertx.core.net.HostAndPort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackCallerTest {

  private static final HostAndPort HERE = HostAndPort.create("127.0.0.1", 8080);

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "::1", "0:0:0:0:0:0:0:1", "::ffff:127.0.0.1"})
  void connectionsFromThisMachineAreTrusted(String address) {
    assertThat(caller(address, HERE, headers()).doubt()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.1", "192.168.1.1", "::2", "fe80::1", "0.0.0.0", "128.0.0.1"})
  void connectionsFromElsewhereAreNot(String address) {
    assertThat(caller(address, HERE, headers()).doubt()).hasValue("this one comes from elsewhere");
  }

  @Test
  void aConnectionWithoutAddressIsNotTrusted() {
    assertThat(caller(null, HERE, headers()).doubt()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LocalHost", "127.0.0.1", "127.8.8.8", "[::1]", "::1"})
  void namesOfThisMachineAreTrusted(String host) {
    assertThat(caller("127.0.0.1", HostAndPort.create(host, 8080), headers()).doubt()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "127.evil.example",
        "api.example",
        "0.0.0.0",
        "[::2]"
      })
  void otherNamesThatPointHereAreNot(String host) {
    assertThat(caller("127.0.0.1", HostAndPort.create(host, 8080), headers()).doubt()).isPresent();
  }

  @Test
  void aRequestWithoutHostIsNotTrusted() {
    assertThat(caller("127.0.0.1", null, headers()).doubt()).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "X-Forwarded-For, 127.0.0.1",
    "x-forwarded-host, localhost",
    "Forwarded, for=127.0.0.1",
    "Via, 1.1 proxy",
    "X-Real-IP, 127.0.0.1",
    "Origin, https://evil.example",
    "Origin, null",
    "Origin, http://127.0.0.1",
    "Origin, http://127.0.0.1:3000",
    "Origin, https://127.0.0.1:8080",
    "Sec-Fetch-Site, cross-site",
    "Sec-Fetch-Site, same-site",
  })
  void tracesOfProxiesAndOtherSitesAreNotTrusted(String name, String value) {
    assertThat(caller("127.0.0.1", HERE, headers().add(name, value)).doubt()).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "Origin, http://127.0.0.1:8080",
    "Sec-Fetch-Site, same-origin",
    "Sec-Fetch-Site, none",
  })
  void ourOwnPagesAreTrusted(String name, String value) {
    assertThat(caller("127.0.0.1", HERE, headers().add(name, value)).doubt()).isEmpty();
  }

  @Test
  void aSecondOriginDoesNotHideBehindTheFirst() {
    MultiMap headers =
        headers().add("Origin", "http://127.0.0.1:8080").add("Origin", "https://evil.example");
    assertThat(caller("127.0.0.1", HERE, headers).doubt()).isPresent();
  }

  private static LoopbackCaller caller(String address, HostAndPort host, MultiMap headers) {
    return new LoopbackCaller(address, "http", host, headers);
  }

  private static MultiMap headers() {
    return MultiMap.caseInsensitiveMultiMap();
  }
}

package dev.podium.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {

  @ParameterizedTest
  @CsvSource({
    "192.0.2.7,             192.0.2.7",
    "::ffff:192.0.2.7,      192.0.2.7",
    "2001:db8:1:2:3:4:5:6,  2001:db8:1:2::/64",
    "2001:db8:1:2::,        2001:db8:1:2::/64",
    "2001:db8:1:3::,        2001:db8:1:3::/64",
    "::1,                   0:0:0:0::/64",
    "not-an-address,        null",
  })
  void aNetworkIsAClient(String connection, String client) {
    assertThat(ClientAddress.of(connection, List.of(), 0)).isEqualTo(client);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 198.51.100.1                      | 192.0.2.7",
        "1 | 198.51.100.1                      | 198.51.100.1",
        "1 | 203.0.113.9, 198.51.100.1         | 198.51.100.1",
        "2 | 203.0.113.9, 198.51.100.1         | 203.0.113.9",
        "2 | 10.0.0.1, 203.0.113.9, 198.51.100.1 | 203.0.113.9",
        "3 | 203.0.113.9, 198.51.100.1         | 192.0.2.7",
        "1 | unknown                           | 192.0.2.7",
        "1 | evil.example                      | 192.0.2.7",
        "1 | 198.51.100.1:4711                 | 192.0.2.7",
      })
  void onlyWhatOurOwnProxiesHaveSeenIsBelieved(int proxies, String forwarded, String client) {
    assertThat(ClientAddress.of("192.0.2.7", List.of(forwarded), proxies)).isEqualTo(client);
  }

  @Test
  void severalHeadersAreOneList() {
    assertThat(ClientAddress.of("192.0.2.7", List.of("203.0.113.9", "198.51.100.1"), 2))
        .isEqualTo("203.0.113.9");
  }

  @Test
  void aConnectionWithoutAddressIsOneClient() {
    assertThat(ClientAddress.of(null, List.of(), 0)).isEqualTo("null");
  }
}

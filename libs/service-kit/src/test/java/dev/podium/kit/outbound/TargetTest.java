package dev.podium.kit.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://8.8.8.8:65536/",
        "https://8.8.8.8:99999/",
        "http://8.8.8.8:0/",
        "http://known.example:99999/a"
      })
  void aPortThatThereIsNotIsRefused(String address) {
    var exceptions = new HostExceptions("hosts", List.of("*.example=127.0.0.1:8090"));

    assertThatThrownBy(() -> Target.of(address, exceptions))
        .isInstanceOf(ForbiddenTargetException.class)
        .hasMessage("no port from 1 to 65535 in the address: " + address);
  }

  @Test
  void thePortIsTheUsualOneUnlessNamed() throws UnknownHostException {
    assertThat(Target.of("https://8.8.8.8/", HostExceptions.NONE).port()).isEqualTo(443);
    assertThat(Target.of("http://8.8.8.8:/", HostExceptions.NONE).port()).isEqualTo(80);
    assertThat(Target.of("http://8.8.8.8:65535/", HostExceptions.NONE).port()).isEqualTo(65_535);
  }
}

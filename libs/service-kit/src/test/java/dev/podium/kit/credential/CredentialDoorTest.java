package dev.podium.kit.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialDoorTest {

  private static final String SECRET = "0123456789abcdef0123456789abcdef";

  private final CredentialDoor door = new CredentialDoor(() -> Optional.of(SECRET));

  @Test
  void whoeverShowsTheCredentialComesIn() {
    assertThat(door.admits("/v1/sources", SECRET)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "0123456789abcdef0123456789abcde",
        "0123456789abcdef0123456789abcdef0",
        "0123456789ABCDEF0123456789abcdef"
      })
  void nobodyElseDoes(String shown) {
    assertThat(door.admits("/v1/sources", shown)).isFalse();
    assertThat(door.admits("/v1/sources", null)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/q/health", "/q/health/ready", "/q/health/live", "/q/metrics"})
  void thePlatformNeedsNone(String path) {
    assertThat(door.admits(path, null)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/openapi",
        "/docs",
        "/q/healthy",
        "/q/metrics/x",
        "/v1/q/metrics",
        "/q/metrics;x"
      })
  void allElseDoes(String path) {
    assertThat(door.admits(path, null)).isFalse();
  }

  @Test
  void withoutOneTheServiceIsOpen() {
    assertThat(new CredentialDoor(Optional::empty).admits("/v1/sources", null)).isTrue();
  }
}

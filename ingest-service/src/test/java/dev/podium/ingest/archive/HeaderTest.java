package dev.podium.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeaderTest {

  @Test
  void headersComeBackInTheirOrderAndSpelling() {
    List<Header> headers =
        Header.of(
            List.of(
                Map.entry("Set-Cookie", "a=1"),
                Map.entry("x-odd", "one: two"),
                Map.entry("Empty", ""),
                Map.entry("Set-Cookie", "b=2")));
    assertThat(Header.read(Header.write(headers))).isEqualTo(headers);
  }

  @Test
  void whatWouldEndALineDoesNot() {
    List<Header> headers = List.of(new Header("X-Folded\0", "one\r\n two"));
    assertThat(Header.read(Header.write(headers)))
        .containsExactly(new Header("X-Folded ", "one  two"));
  }

  @Test
  void tooMuchIsLeftOut() {
    List<Header> headers = new ArrayList<>();
    headers.add(new Header("X-Huge", "x".repeat(Header.MAX_KEPT)));
    headers.add(new Header("X-Small", "kept"));
    assertThat(Header.read(Header.write(headers))).containsExactly(new Header("X-Small", "kept"));
  }

  @Test
  void noneIsNone() {
    assertThat(Header.write(List.of())).isNull();
    assertThat(Header.read(null)).isEmpty();
  }
}

package dev.podium.local.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpBlockTest {

  private static final String HTML = "<p>外交部发言人 took questions</p>";
  private static final int ENOUGH = 1000;

  static Stream<Arguments> encoded() {
    byte[] plain = WarcFiles.bytes(HTML);
    byte[] gzip = WarcFiles.gzip(plain);
    return Stream.of(
        Arguments.of("as it is", "", plain),
        Arguments.of("chunked", "Transfer-Encoding: chunked\r\n", WarcFiles.chunked(plain)),
        Arguments.of("gzip", "content-encoding: gzip\r\n", gzip),
        Arguments.of(
            "gzip in chunks",
            "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n",
            WarcFiles.chunked(gzip)),
        Arguments.of("undone, header left", "Content-Encoding: gzip\r\n", plain),
        Arguments.of(
            "undone, both left", "Transfer-Encoding: chunked\r\nContent-Encoding: br\r\n", plain),
        Arguments.of("a length that is that of the transfer", "Content-Length: 3\r\n", plain),
        Arguments.of("set aside", "X-Crawler-Content-Encoding: gzip\r\n", plain));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("encoded")
  void theBodyIsPlain(String name, String headers, byte[] body) throws IOException {
    assertThat(block(headers, body).body(ENOUGH)).asString().isEqualTo(HTML);
  }

  @Test
  void aBombIsCut() throws IOException {
    byte[] bomb = WarcFiles.gzip(new byte[50_000_000]);

    assertThat(block("Content-Encoding: gzip\r\n", bomb).body(ENOUGH)).hasSize(ENOUGH);
  }

  @Test
  void whatNobodyKnowsIsNamed() throws IOException {
    HttpBlock block = block("Content-Encoding: rot13\r\n", WarcFiles.bytes("cnffjbeq"));

    assertThatThrownBy(() -> block.body(ENOUGH))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("rot13");
  }

  @Test
  void chunksThatEndEarlyAreNoBody() throws IOException {
    byte[] whole = WarcFiles.chunked(WarcFiles.bytes(HTML));
    HttpBlock block =
        block("Transfer-Encoding: chunked\r\n", Arrays.copyOf(whole, whole.length - 12));

    assertThatThrownBy(() -> block.body(ENOUGH)).isInstanceOf(IOException.class);
  }

  @Test
  void headsAreReadLeniently() throws IOException {
    HttpBlock block =
        HttpBlock.of(WarcFiles.bytes("HTTP/1.0 404\nserver : x\ncontent-type:text/html\n\nbody"));

    assertThat(block.status()).isEqualTo(404);
    assertThat(List.of(block.header("Content-Type"), block.header("Server")))
        .containsExactly("text/html", "x");
    assertThat(block.body(ENOUGH)).asString().isEqualTo("body");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/2 200\r\n",
        "HTTP/2 200 \r\n",
        "HTTP/2.0 200 OK\r\n",
        "HTTP/3 200\n",
        "HTTP/1.1 200\r\n",
        "HTTP/1.1  200 OK\r\n"
      })
  void statusLinesOfAllVersionsAreRead(String line) throws IOException {
    HttpBlock block = HttpBlock.of(WarcFiles.bytes(line + "Content-Type: text/html\r\n\r\n<p>"));

    assertThat(block.status()).isEqualTo(200);
    assertThat(block.header("Content-Type")).isEqualTo("text/html");
    assertThat(block.body(ENOUGH)).asString().isEqualTo("<p>");
  }

  private static HttpBlock block(String headers, byte[] body) throws IOException {
    return HttpBlock.of(
        WarcFiles.joined(List.of(WarcFiles.bytes("HTTP/1.1 200 OK\r\n" + headers + "\r\n"), body)));
  }
}

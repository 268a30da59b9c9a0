package dev.podium.local.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleSiteTest {

  private static final String HOST = "mfa.test.example";

  @TempDir Path temporary;
  private Path files;
  private SampleSite site;

  @BeforeEach
  void aSite() throws IOException {
    Path host = Files.createDirectories(temporary.resolve("site").resolve(HOST));
    files = host.getParent();
    Files.createDirectory(host.resolve("folder"));
    Files.writeString(host.resolve("folder/index.html"), "index é");
    Files.writeString(host.resolve("plain.txt"), "plain");
    Files.writeString(host.resolve("changing.html"), "first");
    Files.writeString(host.resolve("_second.html"), "second");
    Files.writeString(host.resolve("nonce.html"), "é {{nonce}}");
    Files.writeString(files.resolve("outside.txt"), "outside");
    Files.writeString(
        host.resolve(BehaviourFile.NAME),
        """
        pages:
          /changing.html:
            steps:
              - {visit: 1, file: changing.html}
              - {visit: 2, file: _second.html}
              - {visit: 3, status: 410}
          /nonce.html: {nonce: true}
          /old: {steps: [{visit: 1, redirect: 'https://mfa.test.example/folder/'}]}
        """);
    start();
  }

  private void start() throws IOException {
    site = SampleSite.start(files, temporary.resolve("visits.json"), 0);
  }

  @AfterEach
  void noSite() {
    site.close();
  }

  /** Over a plain socket, since HTTP clients refuse to send a Host of one's own. */
  private String request(String method, String host, String path, String... headers)
      throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), site.port());
        OutputStream out = socket.getOutputStream();
        InputStream in = socket.getInputStream()) {
      String request =
          method
              + " "
              + path
              + " HTTP/1.1\r\nHost: "
              + host
              + "\r\nConnection: close\r\n"
              + String.join("", headers)
              + "\r\n";
      out.write(request.getBytes(StandardCharsets.UTF_8));
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private String get(String path, String... headers) throws IOException {
    return request("GET", HOST + ":80", path, headers);
  }

  private static String header(String response, String name) {
    return response
        .lines()
        .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst()
        .orElse("");
  }

  @Test
  void aFolderIsItsIndexInUtf8() throws IOException {
    String response = get("/folder/?page=2");

    assertThat(response).startsWith("HTTP/1.1 200").endsWith("index é");
    assertThat(header(response, "Content-Type")).isEqualTo("text/html; charset=utf-8");
  }

  @Test
  void whatTheClientHasIsNotSentAgain() throws IOException {
    String first = get("/plain.txt");

    String byTag = get("/plain.txt", "If-None-Match: " + header(first, "ETag") + "\r\n");
    String byTime =
        get("/plain.txt", "If-Modified-Since: " + header(first, "Last-Modified") + "\r\n");
    String otherTag =
        get(
            "/plain.txt",
            "If-None-Match: \"other\"\r\n",
            "If-Modified-Since: " + header(first, "Last-Modified") + "\r\n");

    assertThat(byTag).startsWith("HTTP/1.1 304");
    assertThat(byTime).startsWith("HTTP/1.1 304");
    assertThat(otherTag).startsWith("HTTP/1.1 200");
  }

  @Test
  void aChangingPageGoesOnAlsoAfterARestart() throws IOException {
    String first = get("/changing.html");
    site.close();
    start();

    String second = get("/changing.html", "If-None-Match: " + header(first, "ETag") + "\r\n");
    String third = get("/changing.html");

    assertThat(first).endsWith("first");
    assertThat(header(first, "Last-Modified")).isEmpty();
    assertThat(second).startsWith("HTTP/1.1 200").endsWith("second");
    assertThat(third).startsWith("HTTP/1.1 410");
  }

  @Test
  void lookingByAddressOrWithHeadCountsNoVisit() throws IOException {
    request("HEAD", HOST, "/changing.html");
    String preview = request("GET", "127.0.0.1:8090", "/" + HOST + "/changing.html");

    String visit = get("/changing.html");

    assertThat(preview).endsWith("first");
    assertThat(visit).endsWith("first");
  }

  @Test
  void aNonceIsNeverTheSameAndNeverValidated() throws IOException {
    String first = get("/nonce.html");
    String second = get("/nonce.html");

    assertThat(first).containsPattern("é [0-9a-f]{32}$");
    assertThat(first.substring(first.length() - 32))
        .isNotEqualTo(second.substring(second.length() - 32));
    assertThat(header(first, "ETag")).isEmpty();
    assertThat(header(first, "Last-Modified")).isEmpty();
  }

  @Test
  void aMovedPageSaysWhere() throws IOException {
    String response = get("/old");

    assertThat(response).startsWith("HTTP/1.1 301");
    assertThat(header(response, "Location")).isEqualTo("https://mfa.test.example/folder/");
  }

  @Test
  void nothingElseIsServed() throws IOException {
    assertThat(get("/missing.html")).startsWith("HTTP/1.1 404");
    assertThat(get("/folder")).startsWith("HTTP/1.1 404");
    assertThat(get("/_second.html")).startsWith("HTTP/1.1 404");
    assertThat(get("/_behaviour.yaml")).startsWith("HTTP/1.1 404");
    assertThat(get("/../outside.txt")).startsWith("HTTP/1.1 404");
    assertThat(get("/%2e%2e/outside.txt")).startsWith("HTTP/1.1 404");
    assertThat(get("/%00")).startsWith("HTTP/1.1 400");
    assertThat(request("GET", "other.example", "/plain.txt")).startsWith("HTTP/1.1 404");
    assertThat(request("DELETE", HOST, "/plain.txt")).startsWith("HTTP/1.1 405");
  }
}

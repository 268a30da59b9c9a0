package dev.podium.local.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestLineTest {

  @TempDir Path temporary;
  private Path folder;

  @BeforeEach
  void aPageAndASecretBesideTheFolder() throws IOException {
    folder = Files.createDirectory(temporary.toRealPath().resolve("import"));
    Files.writeString(folder.resolve("page.html"), "<p>page</p>");
    Files.writeString(temporary.resolve("secret.txt"), "secret");
    Files.createSymbolicLink(folder.resolve("link.html"), temporary.resolve("secret.txt"));
  }

  @Test
  void readsAPage() {
    String line =
        """
        {"url": "https://mfa.example/é?q=1", "file": "page.html", "contentType": "text/html; charset=UTF-8", \
        "source": "sample-fr", "fetchedAt": "2024-04-02T16:00:00+08:00", "title": "ignored"}""";

    ManifestEntry entry = new ManifestLine(folder).read(7, line);

    assertThat(entry)
        .isInstanceOfSatisfying(
            ManifestEntry.Page.class,
            page -> {
              assertThat(page.line()).isEqualTo(7);
              assertThat(page.url()).hasToString("https://mfa.example/%C3%A9?q=1");
              assertThat(page.file()).isEqualTo(folder.resolve("page.html"));
              assertThat(page.source()).isEqualTo("sample-fr");
              assertThat(page.fetchedAt()).isEqualTo(Instant.parse("2024-04-02T08:00:00Z"));
            });
  }

  @Test
  void theTimeMayBeAbsent() {
    String line = line("https://a.example/", "page.html", "text/html", "s");

    ManifestEntry entry = new ManifestLine(folder).read(1, line);

    assertThat(entry)
        .isInstanceOfSatisfying(
            ManifestEntry.Page.class, page -> assertThat(page.fetchedAt()).isNull());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ftp://a.example/|page.html|text/html|not an absolute http(s) address",
        "/relative|page.html|text/html|not an absolute http(s) address",
        "https://a b.example/|page.html|text/html|is not an address",
        "https://a.example/|missing.html|text/html|is not there",
        "https://a.example/|../secret.txt|text/html|is outside",
        "https://a.example/|/etc/passwd|text/html|is outside",
        "https://a.example/|link.html|text/html|leads outside",
        "https://a.example/|.|text/html|is not there",
        "https://a.example/|page.html|text/html\\r\\nX: y|cannot be a header",
      })
  void refusesWhatCannotBeSent(String url, String file, String type, String reason) {
    ManifestEntry entry = new ManifestLine(folder).read(3, line(url, file, type, "s"));

    assertThat(entry)
        .isInstanceOfSatisfying(
            ManifestEntry.Unreadable.class, bad -> assertThat(bad.reason()).contains(reason));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "{\"url\": |bad JSON",
        "[]|is not a JSON object",
        "{} {}|bad JSON",
        "{}|\"url\" is missing",
        "{\"url\": 5}|\"url\" is missing or not a text",
        "{\"url\": \"https://a.example/\", \"file\": \"page.html\", \"contentType\": \" \"}|contentType",
      })
  void refusesWhatIsNoPage(String line, String reason) {
    ManifestEntry entry = new ManifestLine(folder).read(3, line);

    assertThat(entry)
        .isInstanceOfSatisfying(
            ManifestEntry.Unreadable.class, bad -> assertThat(bad.reason()).contains(reason));
  }

  @Test
  void refusesATimeThatIsNone() {
    String line =
        line("https://a.example/", "page.html", "text/html", "s")
            .replace("}", ", \"fetchedAt\": \"yesterday\"}");

    ManifestEntry entry = new ManifestLine(folder).read(3, line);

    assertThat(entry)
        .isInstanceOfSatisfying(
            ManifestEntry.Unreadable.class,
            bad -> assertThat(bad.reason()).contains("fetchedAt \"yesterday\""));
  }

  private static String line(String url, String file, String type, String source) {
    return "{\"url\": \"%s\", \"file\": \"%s\", \"contentType\": \"%s\", \"source\": \"%s\"}"
        .formatted(url, file, type, source);
  }
}

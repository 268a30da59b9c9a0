package dev.podium.ingest.discover;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LanguageLinksTest {

  @Test
  void findsAlternatesAndTheButtonsOfTheChineseMinistry() {
    assertThat(
            links(
                """
                <head>
                  <link rel="alternate" hreflang="fr" href="/fr/1"/>
                  <link rel="stylesheet" href="/style.css"/>
                </head>
                <a href="/en/">English</a>
                <a href="/es/1" hreflang="es">Español</a>
                <div class="lan_btn">
                  <a href="https://other.example/rus/1.html#top"><img data-desc="俄文"></a>
                  <a href="/fr/1"><img data-desc="法文"></a>
                  <a href="javascript:void(0)"></a>
                </div>
                """))
        .containsExactly(
            "https://site.example/fr/1",
            "https://site.example/es/1",
            "https://other.example/rus/1.html");
  }

  @Test
  void mostPagesHaveNone() {
    assertThat(links("<a href='/fr/1'>Français</a>")).isEmpty();
  }

  private static List<String> links(String html) {
    return LanguageLinks.of(
            html.getBytes(StandardCharsets.UTF_8), null, "https://site.example/zh/1")
        .stream()
        .map(Link::url)
        .toList();
  }
}

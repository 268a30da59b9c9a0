package dev.podium.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.podium.truth.Truth.Pair;
import dev.podium.truth.Truth.Side;
import dev.podium.truth.Truth.Turn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageSetsTest {

  @TempDir private Path data;

  private void write(String file, String text) throws IOException {
    Path path = data.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private TruePage only() {
    return PageSets.below(data).getFirst().pages().getFirst();
  }

  @Test
  void everyFormIsFoundByItsFiles() throws IOException {
    write("README.md", "# No page");
    write("listing/1.html", "<p>Links");
    write("a/manifest.jsonl", "");
    write(
        "b/x/expected.json",
        "{\"url\":\"https://a.example/\",\"source\":\"s\",\"contentType\":\"t\"}");
    write("b/x/page.html", "<p>");
    write("c/x.md", "---\ntitle: X\n---\nText");
    write("d/turns/x.txt", "T\nP\n1 de mayo de 2020\n---\nPREGUNTA\n¿Sí?\n");
    write("e/2020-01-02-fr.txt", "Texte");

    assertThat(PageSets.below(data))
        .extracting(TrueSet::name)
        .containsExactly("a", "b", "c", "d/turns", "e");
    assertThat(PageSets.at(data.resolve("d"))).extracting(TrueSet::name).containsExactly("d/turns");
  }

  @Test
  void aManifestHasPairsAndCountsBesideIt() throws IOException {
    write(
        "s/manifest.jsonl",
        """
        {"file": "1.html", "url": "https://a.example/1", "source": "mfa-cn-zh", "contentType": "text/html", "title": "T", "pubdate": "2020-01-02"}
        """);
    write("s/expected-pairs.jsonl", "{\"file\":\"1.html\",\"question\":\"Q\",\"answer\":\"A\"}\n");
    write("s/expected-counts.jsonl", "{\"file\":\"1.html\",\"questions\":3}\n");

    TruePage page = only();

    assertThat(page.origin().source()).isEqualTo("mfa-cn-zh");
    assertThat(page.truth().title()).isEqualTo("T");
    assertThat(page.truth().publishedOn()).isEqualTo(LocalDate.of(2020, 1, 2));
    assertThat(page.truth().questions()).isEqualTo(3);
    assertThat(page.truth().pairs()).containsExactly(new Pair("Q", "A"));
    assertThat(page.truth().turns()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<p>Q\u00a0\u00a0 Why?</p> | Why?",
        "'<p>MR. X:  So.<br/>\u00a0<br/>\tQ    Why\nnot?<br/>Next' | Why not?",
        "<div>Q <i>Why</i>?</div><p>Quite.</p> | Why?",
        "<p>Q: Why?</p><p>Q</p> | ''"
      })
  void theWhiteHouseMarksQuestions(String html, String question) throws IOException {
    write(
        "wh/manifest.jsonl",
        "{\"file\":\"1\",\"url\":\"https://a.example\",\"source\":\"white-house-en\",\"contentType\":\"text/html\"}");
    write("wh/1", html);

    assertThat(only().truth().turns())
        .extracting(Turn::text)
        .isEqualTo(question.isEmpty() ? List.of() : List.of(question));
  }

  @Test
  void markdownHasItsFrontMatter() throws IOException {
    write(
        "md/x.md",
        """
        ---
        tags: press
        date: '2021-01-20'
        source_url: https://bidenwhitehouse.archives.gov/2021
        title: "Briefing by Jen\\_Psaki and\\
          \\ others: \\u201cx\\u201d"
        ---
        MS. PSAKI:  Hello.

        Q    Why
        not?

        MS. PSAKI:  Because.
        """);

    TruePage page = only();

    assertThat(page.truth().title()).isEqualTo("Briefing by Jen\u00a0Psaki and others: “x”");
    assertThat(page.truth().date()).isEqualTo(LocalDate.of(2021, 1, 20));
    assertThat(page.truth().turns()).containsExactly(new Turn(Side.ASKER, "Why not?"));
    assertThat(page.url()).doesNotContain("2021");
  }

  @Test
  void turnsSayWhoAsks() throws IOException {
    write(
        "mx/turns/x.txt",
        """
        Versión
        Presidencia de la República
        09 de abril de 2020
        ---
        PRESIDENTA
        Vean el video.
        ---
        (INICIA VIDEO)
        ---
        VOZ MUJER
        Una lancha.
        ---
        (FINALIZA VIDEO)
        ---
        VOZ MUJER
        ¿Y el costo?
        ---
        PRESIDENTA
        Poco.
        —000—
        """);

    Truth truth = only().truth();

    assertThat(truth.date()).isEqualTo(LocalDate.of(2020, 4, 9));
    assertThat(truth.turns())
        .containsExactly(
            new Turn(Side.PODIUM, "Vean el video."),
            new Turn(Side.PODIUM, "Una lancha."),
            new Turn(Side.ASKER, "¿Y el costo?"),
            new Turn(Side.PODIUM, "Poco."));
  }

  @Test
  void aRecordingThatNobodyEndsEndsWithItsVoices() throws IOException {
    write(
        "mx/x.txt",
        """
        T
        P
        1 de mayo de 2020
        ---
        (INICIA VIDEO
        TESTIMONIOS)
        ---
        VOZ HOMBRE
        Uno.
        ---
        PRESIDENTE
        Dos.
        ---
        VOZ HOMBRE
        ¿Tres?
        """);

    assertThat(only().truth().turns())
        .extracting(Turn::side)
        .containsExactly(Side.PODIUM, Side.PODIUM, Side.ASKER);
  }

  @Test
  void goldenPagesHaveAllTheirExchanges() throws IOException {
    write(
        "g/x/expected.json",
        """
        {"source": "s-en", "url": "https://a.example/", "contentType": "text/html", "date": "2020-01-02",
         "exchanges": [{"statement": "S"}, {"question": "Q", "answer": null}]}
        """);
    write("g/x/page.html", "<p>");

    Truth truth = only().truth();

    assertThat(truth.pairs()).containsExactly(new Pair(null, "S"), new Pair("Q", null));
    assertThat(truth.questions()).isEqualTo(1);
    assertThat(truth.date()).isEqualTo(LocalDate.of(2020, 1, 2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "s/manifest.jsonl | {\"file\": 1} | /s/manifest.jsonl: a line has no file: {\"file\":1}",
        "s/manifest.jsonl | no | /s/manifest.jsonl: line 1: is no JSON object",
        "g/x/expected.json | [] | /g/x/expected.json: is no JSON object",
        "md/x.md | '---\ndate: 2021-13-01\n---' | /md/x.md: 2021-13-01 is no day such as 2026-01-31",
        "t/x.txt | 'T\nP\nayer\n---\nX\nY' | /t/x.txt: line 3: ayer is no date in Spanish",
        "p/x.pdf | x | ' holds no pages in a form that is known: manifest.jsonl, golden folders, Markdown with front matter, turns, or text'"
      })
  void saysWhatIsWrongAndWhere(String file, String text, String message) throws IOException {
    write(file, text);

    assertThatThrownBy(() -> PageSets.below(data))
        .isInstanceOf(InvalidSetException.class)
        .hasMessage(data + message);
  }

  @Test
  void aMissingFolderIsNamed() {
    assertThatThrownBy(() -> PageSets.below(data.resolve("none")))
        .hasMessage(data.resolve("none") + " is no folder");
  }
}

package dev.podium.local.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BehaviourFileTest {

  @TempDir Path host;

  private Behaviour read(String yaml) throws IOException {
    Files.writeString(host.resolve("a.html"), "a");
    Files.writeString(host.resolve("_b.html"), "b");
    Files.writeString(host.resolve(BehaviourFile.NAME), yaml);
    return BehaviourFile.of(host);
  }

  @Test
  void stepsFollowTheVisits() throws IOException {
    Behaviour behaviour =
        read(
            """
            pages:
              /a.html:
                steps:
                  - {visit: 1, file: a.html}
                  - {visit: 3, file: _b.html}
                  - {visit: 5, status: 410}
            """);

    Behaviour.Page page = behaviour.page("/a.html");

    assertThat(page.at(1).file()).isEqualTo("a.html");
    assertThat(page.at(2).file()).isEqualTo("a.html");
    assertThat(page.at(3).file()).isEqualTo("_b.html");
    assertThat(page.at(4).status()).isEqualTo(200);
    assertThat(page.at(99).status()).isEqualTo(410);
  }

  @Test
  void aRedirectIsPermanentUnlessItSaysOtherwise() throws IOException {
    Behaviour behaviour =
        read(
            """
            pages:
              /old.html: {steps: [{visit: 1, redirect: 'https://b.example/'}]}
              /see.html: {steps: [{visit: 1, redirect: 'https://b.example/', status: 303}]}
            """);

    assertThat(behaviour.page("/old.html").at(1).status()).isEqualTo(301);
    assertThat(behaviour.page("/see.html").at(1).status()).isEqualTo(303);
  }

  @Test
  void aHostWithoutAFileIsPlain() {
    Behaviour behaviour = BehaviourFile.of(host);

    assertThat(behaviour.page("/any.html").steps()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pages: {/a.html: {steps: [{visit: 2, file: a.html}]}}|start with 1",
        "pages: {/a.html: {steps: [{visit: 1, file: a.html}, {visit: 1, status: 410}]}}|ascend",
        "pages: {/a.html: {steps: [{visit: 1, file: missing.html}]}}|no file missing.html",
        "pages: {/a.html: {steps: [{visit: 1, file: ../a.html}]}}|no file ../a.html",
        "pages: {/a.html: {steps: [{visit: 1}]}}|needs a file, a redirect or a status",
        "pages: {/a.html: {steps: [{visit: 1, status: 200}]}}|status 200 does not fit",
        "pages: {/a.html: {steps: [{visit: 1, file: a.html, redirect: x}]}}|a file and a redirect",
        "pages: {a.html: {nonce: true}}|starts with /",
        "pages: {/a.html: {nonsense: true}}|nonsense",
        "pages: {/a.html: }|says nothing",
        "pages: [|_behaviour.yaml, line",
      })
  void saysWhatIsWrongAndWhere(String yaml, String message) {
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(BehaviourException.class)
        .hasMessageContaining(BehaviourFile.NAME)
        .hasMessageContaining(message);
  }
}

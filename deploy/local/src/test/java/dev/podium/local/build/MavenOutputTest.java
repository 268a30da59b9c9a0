package dev.podium.local.build;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MavenOutputTest {

  private final MavenOutput output = new MavenOutput();

  @Test
  void countsModules() {
    output.read("[INFO] Building Podium :: Local stack 1.0.0-SNAPSHOT          [5/11]");

    assertThat(output.modulesDone()).isEqualTo(4);
    assertThat(output.modules()).isEqualTo(11);
    assertThat(output.label()).isEqualTo("Podium :: Local stack");
  }

  @Test
  void countsDownloads() {
    output.read("[INFO] Downloading from central: https://repo.example/a.jar");
    output.read("[INFO] Downloaded from central: https://repo.example/a.jar (1.5 MB at 3.0 MB/s)");
    output.read("[INFO] Downloaded from central: https://repo.example/b.pom (500 kB at 50 kB/s)");
    output.read("[INFO] Downloaded from central: https://repo.example/c.sha1 (40 B at 1.0 kB/s)");

    assertThat(output.transferred()).isEqualTo("3 files (2 MB) downloaded");
  }

  @Test
  void knowsNothingAtFirst() {
    assertThat(output.modulesDone()).isZero();
    assertThat(output.modules()).isPositive();
  }
}

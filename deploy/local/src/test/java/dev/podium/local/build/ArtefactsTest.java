package dev.podium.local.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtefactsTest {

  private final Instant now = Instant.now();

  @TempDir Path root;

  @BeforeEach
  void everythingIsBuilt() throws IOException {
    for (String source :
        List.of(
            "pom.xml",
            "libs/contracts/pom.xml",
            "ingest-service/src/main/java/Ingest.java",
            "deploy/local/src/main/samples/page.html")) {
      file(source, Duration.ofHours(2));
    }
    for (String module :
        List.of("ingest-service", "parse-service", "index-service", "api-gateway")) {
      file(module + "/target/quarkus-app/quarkus-run.jar", Duration.ofHours(1));
    }
    file("deploy/local/target/local.jar", Duration.ofHours(1));
    for (String folder :
        List.of(
            "deploy/servers/target/servers/kafka/lib",
            "deploy/servers/target/servers/elasticsearch",
            "deploy/servers/target/servers/postgresql",
            "deploy/analysis-plugin/target/plugin/briefing-analysis")) {
      Files.createDirectories(root.resolve(folder));
    }
  }

  private void file(String name, Duration age) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "");
    Files.setLastModifiedTime(file, FileTime.from(now.minus(age)));
  }

  @Test
  void whatIsBuiltIsLeftAlone() throws IOException {
    assertThat(new Artefacts(root, Optional.empty()).firstStale()).isEmpty();
  }

  @Test
  void aMissingArtefactIsBuilt() throws IOException {
    Files.delete(root.resolve("parse-service/target/quarkus-app/quarkus-run.jar"));

    assertThat(new Artefacts(root, Optional.empty()).firstStale())
        .contains("parse-service/target/quarkus-app/quarkus-run.jar is not there yet");
  }

  @Test
  void aNewerSourceIsBuilt() throws IOException {
    file("ingest-service/src/main/java/Ingest.java", Duration.ZERO);

    assertThat(new Artefacts(root, Optional.empty()).firstStale())
        .contains("ingest-service/src/main/java/Ingest.java has changed");
  }

  @Test
  void aSampleIsReadWhereItIs() throws IOException {
    file("deploy/local/src/main/samples/page.html", Duration.ZERO);

    assertThat(new Artefacts(root, Optional.empty()).firstStale()).isEmpty();
  }

  @Test
  void whatMavenFoundUnchangedIsNotBuiltAgain() throws IOException {
    file("libs/contracts/pom.xml", Duration.ofMinutes(1));
    new Artefacts(root, Optional.empty()).stamp();

    assertThat(new Artefacts(root, Optional.empty()).firstStale()).isEmpty();
  }

  @Test
  void aBuildOfTheStackMakesNoOtherProgramNew() throws IOException {
    Artefacts withBench = new Artefacts(root, Optional.of("deploy/bench"));
    file("deploy/bench/target/bench.jar", Duration.ofHours(1));
    file("deploy/bench/src/main/java/Bench.java", Duration.ofMinutes(1));

    new Artefacts(root, Optional.empty()).stamp();

    assertThat(withBench.firstStale())
        .contains("deploy/bench/src/main/java/Bench.java has changed");
  }
}

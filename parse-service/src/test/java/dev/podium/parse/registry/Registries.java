package dev.podium.parse.registry;

import dev.podium.parse.yaml.Declaration;
import dev.podium.parse.yaml.YamlFiles;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Registries' files for tests. */
final class Registries {

  static List<Declaration> shipped() {
    return YamlFiles.shipped("registries", List.of("spokespersons", "outlets"));
  }

  static List<Declaration> of(String yaml) {
    byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
    return List.of(Declaration.read("a.yaml", new ByteArrayInputStream(bytes)));
  }

  private Registries() {}
}

package dev.podium.parse.setup;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where dialects and registries come from beside the shipped ones. */
@ConfigMapping(prefix = "parse")
public interface ParseSettings {

  Folder dialects();

  Folder registries();

  /** A folder of YAML files. */
  interface Folder {

    /** The folder; none by default. */
    Optional<Path> directory();
  }
}

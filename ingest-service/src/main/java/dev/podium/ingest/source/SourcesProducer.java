package dev.podium.ingest.source;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Reads the sources at start, so that a wrong file stops the service with its name and line. */
final class SourcesProducer {

  @Produces
  @Singleton
  @Startup
  Sources sources(SourceSettings config) {
    return Sources.load(config.sources().directory(), config.live());
  }
}

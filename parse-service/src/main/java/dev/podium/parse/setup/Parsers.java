package dev.podium.parse.setup;

import dev.podium.parse.briefing.BriefingParser;
import dev.podium.parse.briefing.ParserFiles;
import dev.podium.parse.dialect.Dialects;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Reads all dialects and registries at start, so that a wrong one stops it. */
@Startup
@Singleton
class Parsers {

  private final Dialects dialects;
  private final BriefingParser parser;

  Parsers(ParseSettings settings) {
    this.dialects = ParserFiles.dialects(settings.dialects().directory().orElse(null));
    this.parser = ParserFiles.parser(dialects, settings.registries().directory().orElse(null));
  }

  @Produces
  @Singleton
  Dialects dialects() {
    return dialects;
  }

  @Produces
  @Singleton
  BriefingParser parser() {
    return parser;
  }
}

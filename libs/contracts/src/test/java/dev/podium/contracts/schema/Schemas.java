package dev.podium.contracts.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;

/** The schemas as a downstream reader would use them, with formats asserted. */
enum Schemas {
  BRIEFING("briefing.v1.schema.json"),
  CHANGE("change.v1.schema.json");

  private static final String FOLDER = "classpath:dev/podium/contracts/schema/";
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private final String file;

  Schemas(String file) {
    this.file = file;
  }

  /** What is wrong with the value, each with its place; none if it is valid. */
  List<String> errors(JsonNode value) {
    return schema()
        .validate(
            value,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(Error::toString)
        .toList();
  }

  private Schema schema() {
    return REGISTRY.getSchema(SchemaLocation.of(FOLDER + file));
  }
}

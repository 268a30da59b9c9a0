package dev.podium.index.schema;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says in {@code ready} what is in the way of indexing. */
@Readiness
@ApplicationScoped
class SchemaHealth implements HealthCheck {

  private final Schema schema;

  SchemaHealth(Schema schema) {
    this.schema = schema;
  }

  @Override
  public HealthCheckResponse call() {
    String why = schema.missing();
    var response = HealthCheckResponse.named("schema").status(why == null);
    return why == null ? response.build() : response.withData("reason", why).build();
  }
}

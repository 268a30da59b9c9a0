package dev.podium.gateway.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready while the gateway can go by what it knows of its database; were it not, a database that
 * restarts would take all instances away from readers who do not need it.
 */
@Readiness
@ApplicationScoped
class DatabaseHealth implements HealthCheck {

  private final Database database;

  DatabaseHealth(Database database) {
    this.database = database;
  }

  @Override
  public HealthCheckResponse call() {
    Optional<String> problem = database.problem();
    var response =
        HealthCheckResponse.named("database")
            .status(problem.isEmpty() || !database.isTooLongAway());
    return problem.map(reason -> response.withData("reason", reason)).orElse(response).build();
  }
}

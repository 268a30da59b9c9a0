package dev.podium.index.follow;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says in {@code ready} which generations are not followed, and why. */
@Readiness
@ApplicationScoped
class FollowerHealth implements HealthCheck {

  private final Followers followers;

  FollowerHealth(Followers followers) {
    this.followers = followers;
  }

  @Override
  public HealthCheckResponse call() {
    var troubles = followers.troubles();
    var response = HealthCheckResponse.named("generations").status(troubles.isEmpty());
    troubles.forEach((number, reason) -> response.withData(Integer.toString(number), reason));
    return response.build();
  }
}

package dev.podium.gateway.route;

import dev.podium.contracts.topic.Limits;
import dev.podium.gateway.limit.ApiLimit;
import dev.podium.gateway.limit.ApiLimits;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class RouteLimits implements ApiLimits {

  @Override
  public List<ApiLimit> all() {
    return List.of(new ApiLimit("bodySize", Limits.BODY_BYTES, "bytes of a page that is sent"));
  }
}

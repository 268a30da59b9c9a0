package dev.podium.gateway.stream;

import dev.podium.gateway.limit.ApiLimit;
import dev.podium.gateway.limit.ApiLimits;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class StreamLimits implements ApiLimits {

  private final StreamSettings settings;

  StreamLimits(StreamSettings settings) {
    this.settings = settings;
  }

  @Override
  public List<ApiLimit> all() {
    return List.of(
        new ApiLimit("streams", settings.clients(), "streams that one instance serves at once"));
  }
}

package dev.podium.gateway.alert;

import dev.podium.gateway.limit.ApiLimit;
import dev.podium.gateway.limit.ApiLimits;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class AlertLimits implements ApiLimits {

  private final AlertSettings settings;

  AlertLimits(AlertSettings settings) {
    this.settings = settings;
  }

  @Override
  public List<ApiLimit> all() {
    return List.of(new ApiLimit("alerts", settings.most(), "alerts of one caller"));
  }
}

package dev.podium.gateway.parameter;

import dev.podium.gateway.limit.ApiLimit;
import dev.podium.gateway.limit.ApiLimits;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class ParameterLimits implements ApiLimits {

  @Override
  public List<ApiLimit> all() {
    return List.of(
        new ApiLimit("parameterLength", Parameters.MAX_LENGTH, "characters of a query parameter"),
        new ApiLimit("cursorLength", Parameters.MAX_CURSOR, "characters of a cursor"),
        new ApiLimit("parameterValues", Parameters.MAX_VALUES, "values of a repeated parameter"));
  }
}

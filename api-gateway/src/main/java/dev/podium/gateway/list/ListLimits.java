package dev.podium.gateway.list;

import dev.podium.gateway.limit.ApiLimit;
import dev.podium.gateway.limit.ApiLimits;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class ListLimits implements ApiLimits {

  @Override
  public List<ApiLimit> all() {
    return List.of(
        new ApiLimit("pageSize", Paging.MOST, "items of a page of a list, the parameter size"),
        new ApiLimit("counted", Paging.COUNTED, "items of a list, unless count is exact"),
        new ApiLimit("facetValues", Facets.VALUES, "values of a facet, the most frequent ones"));
  }
}

package dev.podium.gateway.limit;

import java.util.List;

/** The limits that a feature keeps; each feature with limits is asked for them. */
public interface ApiLimits {

  /** All of them. */
  List<ApiLimit> all();
}

package dev.podium.index.rebuild;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a generation is on its way to serve. */
enum Phase {
  /** It reads what is there. */
  @JsonProperty("building")
  BUILDING,
  /** It is compared with the one that serves. */
  @JsonProperty("comparing")
  COMPARING,
  /** It publishes changes too, and the aliases are about to move. */
  @JsonProperty("handing-over")
  HANDING_OVER,
  /** It is not as the one that served when they were compared, and goes no further. */
  @JsonProperty("different")
  DIFFERENT,
  /** It was made to serve. */
  @JsonProperty("done")
  DONE
}

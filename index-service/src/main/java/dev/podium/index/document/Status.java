package dev.podium.index.document;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether the page still has an exchange, and the exchange its text. */
public enum Status {
  @JsonProperty("live")
  LIVE,
  @JsonProperty("withdrawn")
  WITHDRAWN,
  @JsonProperty("reworded")
  REWORDED,
  @JsonProperty("erased")
  ERASED
}

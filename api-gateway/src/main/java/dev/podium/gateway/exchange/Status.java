package dev.podium.gateway.exchange;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;

/** Whether the publisher still has an exchange, and we do. */
public enum Status {
  @JsonProperty("live")
  LIVE("live"),
  @JsonProperty("withdrawn")
  WITHDRAWN("withdrawn"),
  @JsonProperty("reworded")
  REWORDED("reworded"),

  /** Taken away on demand: of stubs in the index, which are never served. */
  @JsonProperty("erased")
  ERASED("erased");

  private final String code;

  Status(String code) {
    this.code = code;
  }

  /** The word in JSON, in the index and in queries. */
  public String code() {
    return code;
  }

  /**
   * The status of that code.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Status of(String code) {
    return Arrays.stream(values())
        .filter(status -> status.code.equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no status: " + code));
  }
}

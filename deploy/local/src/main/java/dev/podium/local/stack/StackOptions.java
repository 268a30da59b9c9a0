package dev.podium.local.stack;

import java.nio.file.Path;

/**
 * What the flags of {@code up} say.
 *
 * @param data where the state is kept; null for a temporary place
 * @param adminKey what the gateway takes as a key of an administrator; null where it makes one
 */
public record StackOptions(
    Path data, int portOffset, boolean samples, boolean live, String adminKey) {

  /** With another key. */
  public StackOptions with(String key) {
    return new StackOptions(data, portOffset, samples, live, key);
  }
}

package dev.podium.local.stack;

import java.nio.file.Path;
import java.util.Map;

/**
 * One of the four services.
 *
 * @param name as the commands call it
 * @param built the folder that the build makes
 * @param run where a copy of it runs, so that a build beside it does no harm
 * @param heapMegabytes the largest heap
 * @param environment its configuration
 */
record ServiceSettings(
    String name,
    Path built,
    Path run,
    Path log,
    int port,
    int heapMegabytes,
    Map<String, String> environment) {

  ServiceSettings {
    environment = Map.copyOf(environment);
  }
}

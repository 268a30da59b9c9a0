package dev.podium.local.server;

import java.nio.file.Path;

/**
 * Where a server keeps what it needs.
 *
 * @param data its own folder, created when missing
 * @param durable whether the state outlives this JVM: without it, writes need not reach the disk
 *     and the folder goes with the JVM
 */
public record ServerSettings(
    ServersDirectory servers, Path data, Path log, int port, boolean durable) {

  Path removedAtExit() {
    return durable ? null : data;
  }
}

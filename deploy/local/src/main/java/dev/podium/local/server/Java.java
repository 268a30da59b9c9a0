package dev.podium.local.server;

import java.nio.file.Path;

/** The JDK that runs this program also runs the servers. */
public final class Java {

  private Java() {}

  public static Path home() {
    return Path.of(System.getProperty("java.home"));
  }

  public static String command() {
    return home().resolve("bin/java").toString();
  }
}

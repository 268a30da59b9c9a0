package dev.podium.bench.table;

import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.util.Locale;

/** What a figure was measured on, without which it says nothing. */
public final class Machine {

  private static final OperatingSystemMXBean SYSTEM = ManagementFactory.getOperatingSystemMXBean();

  /** One line: the JDK, the processors, and how busy they are now. */
  public static String now() {
    return String.format(
        Locale.ROOT,
        "%s %s, %s, %d processors, load %.2f",
        SYSTEM.getName(),
        SYSTEM.getArch(),
        "JDK " + Runtime.version(),
        SYSTEM.getAvailableProcessors(),
        SYSTEM.getSystemLoadAverage());
  }

  private Machine() {}
}

package dev.podium.local.cli;

import dev.podium.local.stack.ComponentState;
import dev.podium.local.stack.ComponentStatus;
import dev.podium.local.stack.StackStatus;
import java.time.Duration;
import java.util.Locale;

/** The stack as lines for people. */
final class StatusTable {

  private static final long MEBIBYTE = 1024L * 1024;

  private StatusTable() {}

  static String of(StackStatus status) {
    StringBuilder table = new StringBuilder();
    for (ComponentStatus component : status.components()) {
      table.append(line(component)).append('\n');
    }
    long memory =
        status.components().stream()
            .filter(component -> component.memory() != null)
            .mapToLong(ComponentStatus::memory)
            .sum();
    return table
        .append(String.format(Locale.ROOT, "%67s MiB in all", memory / MEBIBYTE))
        .toString();
  }

  private static String line(ComponentStatus component) {
    return String.format(
            Locale.ROOT,
            "%-14s %-10s %-22s %-12s %9s  %-9s %s%s",
            component.name(),
            component.state().text(),
            component.address(),
            component.pid() == null ? "" : "pid " + component.pid(),
            component.memory() == null ? "" : component.memory() / MEBIBYTE + " MiB",
            component.uptimeSeconds() == null ? "" : "up " + duration(component.uptimeSeconds()),
            component.restarts() == 0
                ? ""
                : component.restarts() + (component.restarts() == 1 ? " restart" : " restarts"),
            why(component))
        .stripTrailing();
  }

  private static String why(ComponentStatus component) {
    return component.reason().isEmpty() || component.state() == ComponentState.READY
        ? ""
        : "\n               " + component.reason().lines().findFirst().orElse("");
  }

  private static String duration(long seconds) {
    Duration duration = Duration.ofSeconds(seconds);
    if (duration.toHours() > 0) {
      return duration.toHours() + "h" + duration.toMinutesPart() + "m";
    }
    return duration.toMinutes() > 0
        ? duration.toMinutes() + "m" + duration.toSecondsPart() + "s"
        : seconds + "s";
  }
}

package dev.podium.local.cli;

import dev.podium.local.server.HttpProbe;
import dev.podium.local.server.Loopback;
import dev.podium.local.stack.Ports;
import dev.podium.local.stack.StackStatus;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The question that a new user is given to ask; it has an answer in the samples. */
final class FirstQuestion {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(300);

  private FirstQuestion() {}

  static String address(StackStatus status) {
    return "http://"
        + Loopback.address(new Ports(status.portOffset()).gateway())
        + "/v1/exchanges?q=coree&size=1";
  }

  /** Waits for the crawl to come that far, but not for ever: then the user asks too early. */
  static void awaitAnswer(StackStatus status) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!hasAnswer(address(status)) && System.nanoTime() < deadline) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private static boolean hasAnswer(String address) {
    try {
      return HttpProbe.get(address).body().contains("\"items\":[{");
    } catch (IOException e) {
      return false;
    }
  }
}

package dev.podium.ingest.fetch;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Reads robots.txt as RFC 9309 says. */
public final class Robots {

  private static final int OK = 200;
  private static final int NO_WARNINGS = 0;

  /** The verdict on an address. */
  public static RobotsVerdict verdict(RobotsFile file, String robotsAddress, String address) {
    int status = file.status();
    if (status == OK) {
      return byRules(rules(file, robotsAddress), address);
    }
    if (status >= 400 && status < 500 && status != 429) {
      return new RobotsVerdict.Allowed("allowed: there is no robots.txt (" + status + ")");
    }
    return new RobotsVerdict.Unknown(
        status == 0
            ? "not fetched while robots.txt cannot be reached: " + file.text()
            : "not fetched while robots.txt answers " + status);
  }

  /** The delay between requests that a robots.txt asks for; zero where it asks for none. */
  public static Duration crawlDelay(RobotsFile file, String robotsAddress) {
    if (file.status() != OK) {
      return Duration.ZERO;
    }
    long delay = rules(file, robotsAddress).getCrawlDelay();
    return delay == BaseRobotRules.UNSET_CRAWL_DELAY || delay <= 0
        ? Duration.ZERO
        : Duration.ofMillis(delay);
  }

  private static RobotsVerdict byRules(SimpleRobotRules rules, String address) {
    return rules.isAllowed(address)
        ? new RobotsVerdict.Allowed("allowed by robots.txt")
        : new RobotsVerdict.Disallowed("disallowed by robots.txt");
  }

  // However long a delay is asked for, it is obeyed; by default the library gives such hosts up.
  private static SimpleRobotRules rules(RobotsFile file, String robotsAddress) {
    SimpleRobotRulesParser parser = new SimpleRobotRulesParser(Long.MAX_VALUE, NO_WARNINGS);
    return parser.parseContent(
        robotsAddress,
        file.text().getBytes(StandardCharsets.UTF_8),
        "text/plain",
        List.of(UserAgent.NAME));
  }

  private Robots() {}
}

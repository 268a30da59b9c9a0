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
  private static final int MAX_QUOTE = 200;
  private static final String OWN_PATH = "/robots.txt";

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
    String path = PathPattern.path(address);
    if (path.equals(OWN_PATH)) {
      return new RobotsVerdict.Allowed("allowed: it is robots.txt itself");
    }
    // They come the longest first, and of equally long ones those that allow.
    return rules.getRobotRules().stream()
        .filter(rule -> PathPattern.matches(rule.getPrefix(), path))
        .findFirst()
        .map(rule -> byRule(rule, rules.isMatchedWildcard() ? "*" : UserAgent.NAME))
        .orElseGet(() -> new RobotsVerdict.Allowed("allowed by robots.txt: no rule matches"));
  }

  private static RobotsVerdict byRule(SimpleRobotRules.RobotRule rule, String agent) {
    String line = (rule.isAllow() ? "Allow: " : "Disallow: ") + rule.getPrefix();
    String quoted = line.length() <= MAX_QUOTE ? line : line.substring(0, MAX_QUOTE) + "...";
    String why = "by robots.txt: " + quoted + " (User-agent: " + agent + ')';
    return rule.isAllow()
        ? new RobotsVerdict.Allowed("allowed " + why)
        : new RobotsVerdict.Disallowed("disallowed " + why);
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

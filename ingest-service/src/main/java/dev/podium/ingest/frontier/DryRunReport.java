package dev.podium.ingest.frontier;

import dev.podium.ingest.frontier.DryRunView.LookView;
import dev.podium.ingest.frontier.DryRunView.Some;
import dev.podium.ingest.source.Source;
import java.time.Instant;
import java.util.List;

/** Says what came of a look at a listing, a sitemap or a feed. */
final class DryRunReport {

  private static final int MOST_LINKS = 100;
  private static final int MOST_FURTHER = 20;

  private final Source source;
  private final Entry asked;

  /**
   * The report on a look.
   *
   * @param asked what was fetched last, with the robots.txt of its host
   */
  DryRunReport(Source source, Entry asked) {
    this.source = source;
    this.asked = asked;
  }

  /** The report where the turn of the host did not come in time. */
  static LookView waiting(Entry entry, Instant turn) {
    String reason = "the turn of " + entry.host() + " did not come yet; it does by " + turn;
    return nothing(entry, "waiting", reason, null, null);
  }

  LookView of(Visitor.Brought brought) {
    return brought.page() == null
        ? nothing(brought.result(), status(brought.result()), brought.robots())
        : page(brought.page().fetched().status(), brought);
  }

  private LookView page(int status, Visitor.Brought brought) {
    DryRunFinds finds = DryRunFinds.of(source, asked, brought.page());
    return finds.trouble() != null
        ? nothing(new VisitResult.Refused(finds.trouble()), status, brought.robots())
        : new LookView(
            asked.address(),
            "fetched",
            null,
            status,
            brought.robots(),
            asked.target(),
            Some.of(finds.taken(), MOST_LINKS),
            Some.of(finds.leftOut(), MOST_LINKS),
            Some.of(finds.further(), MOST_FURTHER),
            finds.warnings());
  }

  private LookView nothing(VisitResult result, Integer status, String robots) {
    return nothing(asked, result.code(), reason(result), status, robots);
  }

  private static LookView nothing(
      Entry asked, String outcome, String reason, Integer status, String robots) {
    return new LookView(
        asked.address(),
        outcome,
        reason,
        status,
        robots,
        asked.target(),
        Some.of(List.of(), 0),
        Some.of(List.of(), 0),
        Some.of(List.of(), 0),
        List.of());
  }

  private static Integer status(VisitResult result) {
    return switch (result) {
      case VisitResult.Missing(int status, var headers) -> status;
      case VisitResult.Throttled(int status, var wait) -> status;
      default -> null;
    };
  }

  private static String reason(VisitResult result) {
    return switch (result) {
      case VisitResult.Unchanged(String reason) -> reason;
      case VisitResult.Changed(String reason) -> reason;
      case VisitResult.Failed(String reason) -> reason;
      case VisitResult.Refused(String reason) -> reason;
      case VisitResult.Disallowed(String reason) -> reason;
      case VisitResult.RobotsUnknown(String reason) -> reason;
      case VisitResult.Missing(int status, var headers) -> "HTTP " + status;
      case VisitResult.Throttled(int status, var wait) ->
          "HTTP " + status + (wait == null ? "" : ", the host asks for " + wait.toSeconds() + " s");
      case VisitResult.Hop hop ->
          "more than " + Schedule.MAX_HOPS + " redirects, the last one to " + hop.address();
      case VisitResult.RobotsRead read -> "robots.txt was read";
      case VisitResult.RobotsFailed failed -> failed.reason();
      case VisitResult.Doubted doubted -> "not modified";
    };
  }
}

package dev.podium.ingest.frontier;

/** Says in a few words, the same for the same trouble, why a visit came to nothing. */
final class Causes {

  private static final int MAX_LENGTH = 60;

  /** The cause; null for a visit that did not come to nothing. */
  static String of(VisitResult result) {
    return switch (result) {
      case VisitResult.Failed(String reason) -> head(reason);
      case VisitResult.Throttled(int status, var wait) -> "HTTP " + status;
      case VisitResult.Missing(int status, var headers) -> "HTTP " + status;
      case VisitResult.Refused(String reason) -> head(reason);
      case VisitResult.Disallowed disallowed -> "disallowed by robots.txt";
      case VisitResult.RobotsFailed failed -> "robots.txt does not answer";
      case VisitResult.RobotsUnknown unknown -> "robots.txt does not answer";
      case VisitResult.Changed changed -> null;
      case VisitResult.Unchanged unchanged -> null;
      case VisitResult.Doubted doubted -> null;
      case VisitResult.Hop hop -> null;
      case VisitResult.RobotsRead read -> null;
    };
  }

  /** What stands before the particulars, which follow a colon or an address. */
  private static String head(String reason) {
    int colon = reason.indexOf(": ");
    int address = reason.indexOf(" http");
    int end = Math.min(colon < 0 ? MAX_LENGTH : colon, address <= 0 ? MAX_LENGTH : address);
    return reason.substring(0, Math.min(end, reason.length()));
  }

  private Causes() {}
}

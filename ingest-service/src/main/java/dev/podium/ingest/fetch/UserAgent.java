package dev.podium.ingest.fetch;

/** How the crawler names itself. */
final class UserAgent {

  /** The name that robots.txt files address. */
  static final String NAME = "podium";

  static String header(String contact) {
    return "Podium/1.0 (government briefings crawler; " + contact + ')';
  }

  private UserAgent() {}
}

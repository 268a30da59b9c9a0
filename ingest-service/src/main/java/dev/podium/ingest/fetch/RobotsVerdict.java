package dev.podium.ingest.fetch;

/** What a host's robots.txt says of an address. */
public sealed interface RobotsVerdict {

  /** The verdict in words, as it is kept with the page. */
  String text();

  /** It may be fetched. */
  record Allowed(String text) implements RobotsVerdict {}

  /** It may not be fetched. */
  record Disallowed(String text) implements RobotsVerdict {}

  /** Nobody knows for now, so that it may not be fetched until the host answers. */
  record Unknown(String text) implements RobotsVerdict {}
}

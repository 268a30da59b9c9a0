package dev.podium.local.build;

/** Maven failed; the message holds the end of its log. */
final class BuildFailedException extends Exception {

  BuildFailedException(String message) {
    super(message);
  }
}

package dev.podium.ingest.frontier;

/** A visit took longer than its turn; whatever it brought is rolled back, and brought anew. */
final class LostTurnException extends RuntimeException {

  private static final long serialVersionUID = 1;

  LostTurnException() {
    super("its turn was over, or its entry is gone");
  }
}

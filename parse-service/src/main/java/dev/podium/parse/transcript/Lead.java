package dev.podium.parse.transcript;

/**
 * How a line begins.
 *
 * @param label as printed, without colon or brackets; null where there is only a marker, or nothing
 * @param start where the text begins that is said, after marker or label
 * @param followUp whether it is marked as following up
 */
record Lead(Kind kind, String label, int start, boolean followUp) {

  static final Lead NONE = new Lead(Kind.NONE, null, 0, false);

  enum Kind {
    /** Neither marker nor label: the line goes on with what was before. */
    NONE,
    QUESTION,
    /** The podium reads out what somebody asks who is not in the room. */
    RELAYED,
    ANSWER,
    /** A label that nobody knows. */
    LABEL,
    /**
     * A label that nobody knows either, but whose marks no sentence has: a time, a stop and a dash.
     */
    VOICE,
    /** Nothing but a line across the page. */
    DIVIDER
  }

  static Lead question(String label, int start, boolean followUp) {
    return new Lead(Kind.QUESTION, label, start, followUp);
  }

  /** A label of a form that no sentence has: also one that nobody knows is one. */
  Lead surely() {
    return kind == Kind.LABEL ? as(Kind.VOICE) : this;
  }

  Lead as(Kind other) {
    return new Lead(other, label, start, followUp);
  }
}

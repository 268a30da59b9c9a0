package dev.podium.bench.service;

import dev.podium.bench.table.Table;

/**
 * What must hold while it is fast: speed that is bought with any of these is none.
 *
 * @param expected how many briefings both deliveries give together
 */
record Checks(Pace first, Pace again, Deliveries deliveries, int expected) {

  private int missing() {
    return expected - deliveries.outputs();
  }

  private long early() {
    return Math.max(0, Math.max(first.lead(), again.lead()));
  }

  boolean hold() {
    return missing() == 0
        && deliveries.disordered().isEmpty()
        && deliveries.different().isEmpty()
        && early() == 0;
  }

  Table table() {
    String keys = deliveries.keys() + " keys";
    return new Table("", "looked at", "broken")
        .row("each delivery gives a briefing", expected + " deliveries", text(missing()))
        .row("order within each key", keys, text(deliveries.disordered().size()))
        .row("redelivery gives the same bytes", keys, text(deliveries.different().size()))
        .row(
            "commits follow acknowledgements",
            first.looks() + again.looks() + " looks",
            text(early()));
  }

  private static String text(long number) {
    return Long.toString(number);
  }
}

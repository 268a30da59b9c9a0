package dev.podium.gateway.list;

import dev.podium.gateway.parameter.Parameters;
import dev.podium.gateway.parameter.QueryParameter;
import dev.podium.gateway.parameter.QueryParameter.Form;
import java.time.LocalDate;
import java.util.Optional;

/** From one day to another, both inclusive; either may be open. */
public record Days(Optional<LocalDate> first, Optional<LocalDate> last) {

  public static final QueryParameter FROM =
      QueryParameter.one("from", Form.DATE, "First day of the briefing, inclusive.", "2017-03-01");
  public static final QueryParameter TO =
      QueryParameter.one("to", Form.DATE, "Last day of the briefing, inclusive.", "2017-03-31");
  public static final QueryParameter DATED =
      QueryParameter.one(
          "dated", Form.BOOLEAN, "Whether the day of the briefing is known.", "true");

  /** Reads them; an end before the beginning is noted. */
  public static Days read(Parameters parameters, QueryParameter from, QueryParameter to) {
    Days days = new Days(parameters.date(from), parameters.date(to));
    if (days.first.isPresent()
        && days.last.isPresent()
        && days.last.get().isBefore(days.first.get())) {
      parameters.wrong(
          to.name(), days.last.get() + " is before " + from.name() + ", " + days.first.get());
    }
    return days;
  }

  /** Whether all days are in it, also that of what has none. */
  boolean isEndless() {
    return first.isEmpty() && last.isEmpty();
  }

  /**
   * Whether a day is one of them.
   *
   * @param day null where it is not known
   */
  public boolean has(LocalDate day) {
    return isEndless()
        || (day != null
            && first.filter(day::isBefore).isEmpty()
            && last.filter(day::isAfter).isEmpty());
  }
}

package dev.podium.ingest.attention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlarmTest {

  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration RAISE = Duration.ofMinutes(2);
  private static final Duration CLEAR = Duration.ofMinutes(3);

  /** A look a minute: x sees the cause. R is raised, w is waiting, - is nothing. */
  @ParameterizedTest
  @CsvSource({
    "x,           w,           a cause that is young",
    "x.x.,        w-w-,        a cause that comes and goes raises nothing",
    "xxx,         wwR,         one that lasts is raised",
    "xxx.,        wwRR,        and stays while it is away for a moment",
    "xxx.x..x,    wwRRRRRR,    however often",
    "xxx....,     wwRRRR-,     and is cleared when it is away for long",
    "xxx....xxx,  wwRRRR-wwR,  and comes again as a new one",
  })
  void neitherFlapsNorStays(String looks, String expected, String why) {
    StringBuilder states = new StringBuilder();
    Alarm alarm = null;
    for (int i = 0; i < looks.length(); i++) {
      alarm = look(alarm, looks.charAt(i) == 'x', START.plus(Duration.ofMinutes(i)));
      states.append(alarm == null ? '-' : alarm.raised() ? 'R' : 'w');
    }
    assertThat(states).as(why).hasToString(expected);
  }

  private static Alarm look(Alarm before, boolean seen, Instant now) {
    if (seen) {
      return before == null
          ? Alarm.first("s", Alarm.Kind.OVERDUE, "nothing", now, RAISE)
          : before.seen("nothing", now, RAISE);
    }
    return before == null ? null : before.unseen(now, CLEAR);
  }

  @ParameterizedTest
  @CsvSource({
    "OVERDUE, overdue",
    "LISTING_EMPTY, listing-empty",
    "LISTING_SHORTER, listing-shorter"
  })
  void everyKindHasAWord(Alarm.Kind kind, String code) {
    assertThat(kind.code()).isEqualTo(code);
    assertThat(Alarm.Kind.of(code)).isEqualTo(kind);
  }
}

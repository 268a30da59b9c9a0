package dev.podium.ingest.frontier;

import dev.podium.ingest.attention.Rhythms;
import dev.podium.ingest.source.Source;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.Session;

/** Learns the ways of sources from what was seen of their pages, now and then. */
@ApplicationScoped
class HabitsOfSources {

  private static final Duration FRESH = Duration.ofMinutes(10);

  private final Map<String, Liveliness> known = new ConcurrentHashMap<>();
  private final Session database;
  private final Rhythms rhythms;
  private final Clock clock;

  HabitsOfSources(Session database, Rhythms rhythms, Clock clock) {
    this.database = database;
    this.rhythms = rhythms;
    this.clock = clock;
  }

  /** The ways of a source; to be called in a transaction. */
  Habits of(Source source) {
    return new Habits(liveliness(source.id()), rhythms.of(source));
  }

  private double liveliness(String source) {
    Instant now = clock.instant();
    Liveliness last = known.get(source);
    if (last == null || now.isAfter(last.at().plus(FRESH))) {
      last = new Liveliness(read(source), now);
      known.put(source, last);
    }
    return last.value();
  }

  private double read(String source) {
    Object[] row =
        database
            .createNativeQuery(
                "select coalesce(sum(changes), 0), coalesce(sum(changes_expected), 0)"
                    + " from frontier where source = :source and kind = 'page'",
                Object[].class)
            .setParameter("source", source)
            .getSingleResult();
    return EditWatch.liveliness(((Number) row[0]).longValue(), ((Number) row[1]).doubleValue());
  }

  private record Liveliness(double value, Instant at) {}
}

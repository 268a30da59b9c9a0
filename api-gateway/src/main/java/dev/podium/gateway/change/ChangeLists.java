package dev.podium.gateway.change;

import co.elastic.clients.elasticsearch._types.FieldValue;
import dev.podium.gateway.cursor.CursorException;
import dev.podium.gateway.cursor.Cursors;
import dev.podium.gateway.list.Paging;
import dev.podium.gateway.parameter.Parameters;
import dev.podium.gateway.parameter.QueryParameter;
import dev.podium.kit.problem.Problem;
import dev.podium.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * Lists changes: those that the topic keeps from there, which has an order in which nothing can be
 * missed; those from before it out of the history, in which nothing moves any more.
 */
@ApplicationScoped
class ChangeLists {

  private static final Logger LOG = Logger.getLogger(ChangeLists.class);
  static final int MOST = 100;
  private static final int USUAL = 20;
  private static final Duration USUAL_TIME = Duration.ofDays(1);

  private final ChangeLog log;
  private final RecentChanges recent;
  private final PastChanges past;
  private final Horizon horizon;
  private final Cursors cursors;

  ChangeLists(
      ChangeLog log, RecentChanges recent, PastChanges past, Horizon horizon, Cursors cursors) {
    this.log = log;
    this.recent = recent;
    this.past = past;
    this.horizon = horizon;
    this.cursors = cursors;
  }

  /**
   * The list that the parameters mean.
   *
   * @throws ProblemException naming all that is wrong with them
   */
  ChangeQuery read(Parameters parameters) {
    ChangeFilter filter = ChangeFilter.read(parameters);
    Optional<Instant> since = parameters.time(ChangeParameters.SINCE);
    int size = parameters.integer(Paging.SIZE, 1, MOST, USUAL);
    String identity = identity(parameters);
    Place from = from(parameters, since, identity);
    parameters.check();
    Predicate<ChangeFacts> all =
        facts -> filter.test(facts) && since.map(facts::isSince).orElse(true);
    return new ChangeQuery(all, from, size, identity);
  }

  private static String identity(Parameters parameters) {
    Map<String, List<String>> identity = new TreeMap<>();
    for (QueryParameter one : ChangeParameters.DECIDING) {
      identity.put(one.name(), parameters.texts(one).stream().sorted().toList());
    }
    return "changes " + identity;
  }

  private Place from(Parameters parameters, Optional<Instant> since, String identity) {
    Optional<String> cursor = parameters.text(Paging.CURSOR);
    Optional<String> after = parameters.text(ChangeParameters.AFTER);
    try {
      int partitions = log.end().partitions();
      if (cursor.isPresent()) {
        return Place.read(cursors.read(cursor.get(), identity), partitions);
      }
      if (after.isPresent()) {
        return new Place.Recent(Position.parse(after.get(), partitions), null);
      }
    } catch (CursorException e) {
      parameters.wrong(Paging.CURSOR.name(), e.getMessage());
    } catch (PositionException e) {
      parameters.wrong(
          cursor.isPresent() ? Paging.CURSOR.name() : ChangeParameters.AFTER.name(),
          e.getMessage());
    }
    return new Place.Past(since.orElseGet(() -> Instant.now().minus(USUAL_TIME)), null);
  }

  /** The cursor of a place. */
  String cursor(ChangeQuery query, Place next) {
    List<FieldValue> values = Place.write(next);
    return cursors.write(query.identity(), values);
  }

  /**
   * A page of the list.
   *
   * @throws ChangesUnavailableException if what has to be asked does not answer
   */
  Found find(ChangeQuery query) {
    return switch (query.from()) {
      case Place.Recent place -> recent(query, place);
      case Place.Past place -> past(query, place);
    };
  }

  private Found recent(ChangeQuery query, Place.Recent place) {
    try {
      return recent.read(place.position(), query.filter(), query.size());
    } catch (RecentChanges.ExpiredException e) {
      if (place.seen() == null) {
        throw new ProblemException(
            Problem.of(
                410,
                "position-expired",
                e.getMessage() + "; ask with since, the time when you last heard from the stream"));
      }
      LOG.infof("a reader of changes goes on in the history: %s", e.getMessage());
      return past(query, new Place.Past(place.seen().minus(Horizon.MARGIN), null));
    }
  }

  private Found past(ChangeQuery query, Place.Past place) {
    Instant until = horizon.find();
    if (!place.since().isBefore(until) && place.cursor() == null) {
      return recent(query, new Place.Recent(horizon.at(place.since()), place.since()));
    }
    Found found = past.read(place, until, query.filter(), query.size());
    if (found.next() != null) {
      return found;
    }
    Place.Recent behind = new Place.Recent(horizon.at(until), until);
    return found.items().isEmpty() ? recent(query, behind) : new Found(found.items(), true, behind);
  }
}

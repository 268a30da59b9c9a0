package dev.podium.gateway.alert;

import dev.podium.gateway.change.ChangeFacts;
import dev.podium.gateway.change.ChangeRecord;
import dev.podium.gateway.database.Database;
import dev.podium.gateway.erasure.ErasedDocuments;
import dev.podium.gateway.search.SavedSearches;
import dev.podium.kit.drain.Drain;
import dev.podium.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Finds the alerts that a change is for, by the very search that finds its exchange: so an alert
 * means what the same search means. Whatever an alert has told of, it goes on telling of for as
 * long as its log has it, also when the words that it looks for are what was taken away.
 */
@ApplicationScoped
class AlertMatcher {

  private static final Logger LOG = Logger.getLogger(AlertMatcher.class);
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final int REFUSED = 400;

  private final Database database;
  private final AlertRow.Alerts alerts;
  private final Deliveries deliveries;
  private final SavedSearches searches;
  private final ErasedDocuments documents;
  private final AlertSettings settings;
  private final Drain drain;

  AlertMatcher(
      Database database,
      AlertRow.Alerts alerts,
      Deliveries deliveries,
      SavedSearches searches,
      ErasedDocuments documents,
      AlertSettings settings,
      Drain drain) {
    this.database = database;
    this.alerts = alerts;
    this.deliveries = deliveries;
    this.searches = searches;
    this.documents = documents;
    this.settings = settings;
    this.drain = drain;
  }

  /**
   * Notes what has to be sent for changes.
   *
   * @throws ProblemException if the index or the database cannot be reached now
   */
  void match(List<ChangeRecord> changes) {
    List<AlertRow> all = changes.isEmpty() ? List.of() : database.call(this::atWork);
    if (all.stream().noneMatch(alert -> changes.stream().anyMatch(one -> wants(alert, one)))) {
      return;
    }
    List<ChangeRecord> tellable = tellable(changes);
    awaitSearchable(tellable);
    for (AlertRow alert : all) {
      List<ChangeRecord> wanted = tellable.stream().filter(one -> wants(alert, one)).toList();
      if (!wanted.isEmpty()) {
        match(alert, wanted);
      }
    }
  }

  private List<AlertRow> atWork() {
    return alerts.atWork(Clock.systemUTC().instant());
  }

  private static boolean wants(AlertRow alert, ChangeRecord change) {
    ChangeFacts facts = change.facts();
    return Arrays.asList(alert.events).contains(facts.kind().code())
        && Arrays.asList(alert.causes).contains(facts.cause().name().toLowerCase(Locale.ROOT))
        && alert.createdAt.toEpochMilli() <= change.timestamp();
  }

  /** Those that quote nothing that was erased: what is read late may be older than its erasure. */
  private List<ChangeRecord> tellable(List<ChangeRecord> changes) {
    Set<String> quoted =
        changes.stream().flatMap(one -> one.facts().quoted()).collect(Collectors.toSet());
    Set<String> erased = documents.among(quoted);
    return changes.stream()
        .filter(one -> one.facts().quoted().noneMatch(erased::contains))
        .toList();
  }

  /**
   * A change is published before a search sees it; what never gets into the index does not stop it.
   */
  private void awaitSearchable(List<ChangeRecord> changes) {
    Map<String, Long> wanted = new HashMap<>();
    for (ChangeRecord change : changes) {
      if (change.facts().exchangeId() != null) {
        wanted.merge(change.facts().exchangeId(), change.facts().toVersion(), Math::max);
      }
    }
    Instant end = Clock.systemUTC().instant().plus(settings.searchPatience());
    while (!wanted.isEmpty() && Clock.systemUTC().instant().isBefore(end)) {
      Map<String, Long> seen = searches.versions(wanted.keySet());
      wanted.entrySet().removeIf(one -> seen.getOrDefault(one.getKey(), -1L) >= one.getValue());
      if (!wanted.isEmpty() && drain.await(LOOK)) {
        throw ProblemException.unavailable("shutting-down", "this instance is going down");
      }
    }
    if (!wanted.isEmpty()) {
      LOG.warnf("no search sees these exchanges in time: %s", wanted.keySet());
    }
  }

  private void match(AlertRow alert, List<ChangeRecord> changes) {
    Set<String> exchanges = new HashSet<>();
    Set<String> briefings = new HashSet<>();
    for (ChangeRecord change : changes) {
      if (change.facts().exchangeId() == null) {
        briefings.add(change.facts().briefingId());
      } else {
        subjects(change.facts()).forEach(exchanges::add);
      }
    }
    try {
      Map<String, List<String>> query = AlertView.query(alert);
      Set<String> found = new HashSet<>(searches.among(query, exchanges));
      found.addAll(searches.briefingsAmong(query, briefings));
      note(alert, changes, exchanges, found);
    } catch (ProblemException e) {
      if (e.problem().status() != REFUSED) {
        throw e;
      }
      // A search that was good when it was saved, by a release before this one.
      LOG.errorf("the alert %s is left out: %s", alert.id, e.getMessage());
    }
  }

  private static Stream<String> subjects(ChangeFacts facts) {
    return Stream.of(facts.exchangeId(), facts.previousId()).flatMap(id -> Stream.ofNullable(id));
  }

  private static Deliveries.Notice notice(AlertRow alert, ChangeRecord change) {
    ChangeFacts facts = change.facts();
    return new Deliveries.Notice(
        facts.id(),
        facts.exchangeId(),
        facts.kind().code(),
        Messages.change(alert, change),
        facts.quoted().collect(Collectors.toSet()));
  }

  private void note(
      AlertRow alert, List<ChangeRecord> changes, Set<String> exchanges, Set<String> found) {
    database.run(
        () -> {
          if (!exchanges.isEmpty()) {
            found.addAll(deliveries.told(alert.id, exchanges));
          }
          Instant now = Clock.systemUTC().instant();
          for (ChangeRecord change : changes) {
            ChangeFacts facts = change.facts();
            boolean matches =
                facts.exchangeId() == null
                    ? found.contains(facts.briefingId())
                    : subjects(facts).anyMatch(found::contains);
            if (matches) {
              deliveries.add(alert.id, notice(alert, change), now);
            }
          }
        });
  }
}

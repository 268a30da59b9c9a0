package dev.podium.gateway.alert;

import dev.podium.contracts.event.EventJson;
import dev.podium.gateway.access.Caller;
import dev.podium.gateway.access.Scope;
import dev.podium.gateway.database.Database;
import dev.podium.gateway.search.SavedSearches;
import dev.podium.kit.problem.Problem;
import dev.podium.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/** Keeps alerts for those who made them. */
@ApplicationScoped
class AlertBook {

  private static final Logger LOG = Logger.getLogger(AlertBook.class);
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private final Database database;
  private final AlertRow.Alerts alerts;
  private final Deliveries deliveries;
  private final SavedSearches searches;
  private final Webhook webhook;
  private final AlertSettings settings;

  AlertBook(
      Database database,
      AlertRow.Alerts alerts,
      Deliveries deliveries,
      SavedSearches searches,
      Webhook webhook,
      AlertSettings settings) {
    this.database = database;
    this.alerts = alerts;
    this.deliveries = deliveries;
    this.searches = searches;
    this.webhook = webhook;
    this.settings = settings;
  }

  /** A kept alert; the secret is null unless it is to be told. */
  record Kept(AlertRow row, String secret) {}

  /**
   * Makes an alert.
   *
   * @throws ProblemException naming all that is wrong with it, or with 409 if the caller has as
   *     many as may be
   */
  Kept make(String owner, AlertDraft draft) {
    List<Problem.Violation> wrong = new ArrayList<>();
    require(wrong, "name", draft.name());
    require(wrong, "query", draft.query());
    require(wrong, "url", draft.url());
    check(wrong, draft);
    WebhookSecret secret = draft.secret() == null ? WebhookSecret.random() : draft.secret();
    AlertRow row = new AlertRow();
    row.id = UUID.randomUUID();
    row.owner = owner;
    row.secret = secret.text();
    row.createdAt = now();
    row.changedAt = row.createdAt;
    row.events = AlertDraft.USUAL_EVENTS.toArray(String[]::new);
    row.causes = AlertDraft.USUAL_CAUSES.toArray(String[]::new);
    row.enabled = true;
    apply(draft, row);
    database.run(
        () -> {
          alerts.lockCount(owner);
          if (alerts.count("owner", owner) >= settings.most()) {
            throw new ProblemException(
                Problem.of(
                    409,
                    "too-many-alerts",
                    "you have " + settings.most() + " alerts already, which is the most"));
          }
          alerts.persist(row);
        });
    return new Kept(row, row.secret);
  }

  private static void require(List<Problem.Violation> wrong, String field, Object value) {
    if (value == null) {
      wrong.add(new Problem.Violation(field, "it is missing"));
    }
  }

  private void check(List<Problem.Violation> wrong, AlertDraft draft) {
    if (draft.query() != null) {
      try {
        searches.check(draft.query());
      } catch (ProblemException e) {
        e.problem()
            .errors()
            .forEach(
                error ->
                    wrong.add(
                        new Problem.Violation(
                            "query." + error.name(), error.detail(), error.position())));
      }
    }
    String objection = draft.url() == null ? null : webhook.objection(draft.url());
    if (objection != null) {
      wrong.add(new Problem.Violation("url", objection));
    }
    if (!wrong.isEmpty()) {
      throw ProblemException.badRequest("the alert has wrong fields", wrong);
    }
  }

  private static void apply(AlertDraft draft, AlertRow row) {
    set(draft.name(), name -> row.name = name);
    set(draft.query(), query -> row.query = json(query));
    set(draft.events(), events -> row.events = events.toArray(String[]::new));
    set(draft.causes(), causes -> row.causes = causes.toArray(String[]::new));
    set(draft.url(), url -> row.url = url);
    set(draft.secret(), secret -> row.secret = secret.text());
  }

  private static <T> void set(T value, Consumer<T> field) {
    if (value != null) {
      field.accept(value);
    }
  }

  private static String json(Map<String, List<String>> query) {
    return new String(EventJson.write(query), StandardCharsets.UTF_8);
  }

  /** All of all callers, those of each together. */
  List<AlertRow> all() {
    return database.call(alerts::ofAll);
  }

  /** All of a caller, the oldest first. */
  List<AlertRow> all(String owner) {
    return database.call(() -> alerts.of(owner));
  }

  /**
   * One of a caller.
   *
   * @throws ProblemException with 404 if the caller has no such alert
   */
  AlertRow get(String owner, String id) {
    return database.call(() -> existing(owner, id));
  }

  private AlertRow existing(String owner, String id) {
    return alerts.of(owner, uuid(id)).orElseThrow(() -> missing(id));
  }

  private static UUID uuid(String id) {
    if (ID.matcher(id).matches()) {
      return UUID.fromString(id);
    }
    throw missing(id);
  }

  private static ProblemException missing(String id) {
    return ProblemException.notFound("no-such-alert", "you have no alert " + id);
  }

  /** Changes what the draft names. */
  Kept change(String owner, String id, AlertDraft draft) {
    get(owner, id);
    check(new ArrayList<>(), draft);
    AlertRow changed =
        database.call(
            () -> {
              // What comes of its calls changes it too.
              AlertRow row = alerts.lock(owner, uuid(id)).orElseThrow(() -> missing(id));
              apply(draft, row);
              row.changedAt = now();
              if (draft.enabled() != null) {
                enable(row, draft.enabled());
              }
              return row;
            });
    return new Kept(changed, draft.secret() == null ? null : changed.secret);
  }

  private void enable(AlertRow row, boolean on) {
    if (on) {
      row.switchOn();
    } else if (row.enabled) {
      row.switchOff("its owner switched it off", row.changedAt);
      deliveries.flush();
      deliveries.giveUp(row.id, "the alert was switched off", row.changedAt);
    }
  }

  /** Forgets an alert, and what it has sent; administrators may make it forget any. */
  void drop(Caller caller, String id) {
    AlertRow gone =
        database.call(
            () -> {
              AlertRow row =
                  caller.may(Scope.ADMIN)
                      ? alerts.findByIdOptional(uuid(id)).orElseThrow(() -> missing(id))
                      : existing(caller.id(), id);
              alerts.delete(row);
              return row;
            });
    if (!gone.owner.equals(caller.id())) {
      LOG.infof("audit: %s dropped the alert %s of %s", caller.id(), id, gone.owner);
    }
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}

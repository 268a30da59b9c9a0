package dev.podium.gateway.alert;

import co.elastic.clients.elasticsearch._types.FieldValue;
import dev.podium.gateway.cursor.CursorException;
import dev.podium.gateway.cursor.Cursors;
import dev.podium.gateway.database.Database;
import dev.podium.gateway.list.Paging;
import dev.podium.gateway.parameter.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What was sent, and what came of it. */
@ApplicationScoped
class DeliveryLog {

  static final String TEST = "test";
  static final int MOST = 100;

  private static final int USUAL = 20;

  private final Database database;
  private final Deliveries deliveries;
  private final Webhook webhook;
  private final Outcomes outcomes;
  private final Cursors cursors;

  DeliveryLog(
      Database database,
      Deliveries deliveries,
      Webhook webhook,
      Outcomes outcomes,
      Cursors cursors) {
    this.database = database;
    this.deliveries = deliveries;
    this.webhook = webhook;
    this.outcomes = outcomes;
    this.cursors = cursors;
  }

  private record Place(Instant before, UUID id) {}

  /**
   * A page of an alert's deliveries.
   *
   * @param next makes the next page's address of its cursor
   */
  DeliveryPage page(AlertRow alert, Parameters parameters, UnaryOperator<String> next) {
    int size = parameters.integer(Paging.SIZE, 1, MOST, USUAL);
    String identity = "deliveries " + alert.id;
    Place after = after(parameters, identity);
    parameters.check();
    return database.call(
        () -> {
          List<DeliveryLine> rows = deliveries.page(alert.id, after.before(), after.id(), size + 1);
          List<DeliveryLine> shown = rows.subList(0, Math.min(size, rows.size()));
          String cursor =
              rows.size() > size ? cursors.write(identity, values(shown.getLast())) : null;
          return new DeliveryPage(views(shown), cursor == null ? null : next.apply(cursor));
        });
  }

  private List<DeliveryView> views(List<DeliveryLine> rows) {
    Map<UUID, List<AttemptRow>> attempts =
        deliveries.attempts(rows.stream().map(DeliveryLine::id).toList()).stream()
            .collect(Collectors.groupingBy(attempt -> attempt.deliveryId));
    return rows.stream()
        .map(row -> DeliveryView.of(row, attempts.getOrDefault(row.id(), List.of())))
        .toList();
  }

  private static List<FieldValue> values(DeliveryLine row) {
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, row.createdAt());
    return List.of(FieldValue.of(micros), FieldValue.of(row.id().toString()));
  }

  private Place after(Parameters parameters, String identity) {
    String cursor = parameters.text(Paging.CURSOR).orElse(null);
    if (cursor != null) {
      try {
        List<FieldValue> values = cursors.read(cursor, identity);
        return new Place(
            Instant.EPOCH.plus(values.getFirst().longValue(), ChronoUnit.MICROS),
            UUID.fromString(values.get(1).stringValue()));
      } catch (CursorException e) {
        parameters.wrong(Paging.CURSOR.name(), e.getMessage());
      }
    }
    return new Place(null, null);
  }

  /** Sends a message that says nothing, at once and once, whether the alert is on or not. */
  DeliveryView test(AlertRow alert) {
    DeliveryRow row = new DeliveryRow();
    row.id = UUID.randomUUID();
    row.alertId = alert.id;
    row.changeId = row.id.toString();
    row.event = TEST;
    row.body = Messages.test(alert);
    row.createdAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
    row.state = DeliveryRow.FAILED;
    row.lastReason = "it is being sent";
    database.run(() -> deliveries.persist(row));
    Webhook.Call call =
        webhook.send(alert.url, WebhookSecret.parse(alert.secret), row.messageId(), row.body);
    outcomes.noteTest(row.id, call);
    return database.call(() -> views(List.of(deliveries.line(row.id))).getFirst());
  }
}

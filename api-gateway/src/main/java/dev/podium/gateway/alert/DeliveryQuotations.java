package dev.podium.gateway.alert;

import dev.podium.gateway.database.Database;
import dev.podium.gateway.erasure.Quotations;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The messages of alerts, in which changes quote. */
@ApplicationScoped
class DeliveryQuotations implements Quotations {

  private static final UUID FIRST = new UUID(0, 0);

  private final Deliveries deliveries;
  private final Database database;

  DeliveryQuotations(Deliveries deliveries, Database database) {
    this.deliveries = deliveries;
    this.database = database;
  }

  @Override
  public Some look(String after, int most) {
    UUID behind = after == null ? FIRST : UUID.fromString(after);
    List<Deliveries.Quoting> rows = database.call(() -> deliveries.notErased(behind, most));
    return new Some(
        rows.size() < most ? null : rows.getLast().id().toString(),
        rows.stream().flatMap(row -> Arrays.stream(row.quotes())).collect(Collectors.toSet()));
  }

  @Override
  public int erase(Set<String> ids) {
    return database.call(() -> deliveries.erase(ids, Clock.systemUTC().instant()));
  }
}

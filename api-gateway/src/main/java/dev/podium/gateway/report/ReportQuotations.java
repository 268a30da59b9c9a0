package dev.podium.gateway.report;

import dev.podium.gateway.database.Database;
import dev.podium.gateway.erasure.Quotations;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What readers report, in which they quote. */
@ApplicationScoped
class ReportQuotations implements Quotations {

  private final Reports reports;
  private final Database database;

  ReportQuotations(Reports reports, Database database) {
    this.reports = reports;
    this.database = database;
  }

  @Override
  public Some look(String after, int most) {
    long behind = after == null ? 0 : Long.parseLong(after);
    List<ReportRow> rows =
        database.call(() -> reports.find("id > ?1 order by id", behind).page(0, most).list());
    return new Some(
        rows.size() < most ? null : rows.getLast().id.toString(),
        rows.stream()
            .flatMap(row -> Stream.of(row.exchange, row.briefing))
            .filter(Objects::nonNull)
            .collect(Collectors.toSet()));
  }

  @Override
  public int erase(Set<String> ids) {
    return database.call(
        () -> Math.toIntExact(reports.delete("exchange in ?1 or briefing in ?1", ids)));
  }
}

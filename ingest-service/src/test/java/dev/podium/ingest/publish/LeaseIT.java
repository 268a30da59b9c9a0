package dev.podium.ingest.publish;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.podium.contracts.identity.PageIds;
import dev.podium.ingest.IngestTest;
import dev.podium.ingest.archive.Captures;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/** What an instance holds is kept by one thread while another one lets go of it. */
@IngestTest
class LeaseIT {

  private static final int ROWS = 4_000;
  private static final int TOGETHER = 100;
  private static final Duration LONG = Duration.ofHours(1);

  private final OutboxTable outbox;
  private final Session database;

  LeaseIT(OutboxTable outbox, Session database) {
    this.outbox = outbox;
    this.database = database;
  }

  @Test
  void keepingAndLettingGoNeverWaitForEachOther() {
    String url = Captures.url();
    Captures.send("mfa-cn-es", url, Instant.parse("2019-01-01T00:00:00Z"), "<p>1</p>")
        .then()
        .statusCode(202);
    List<OutboxTable.Row> rows = hold(PageIds.of(url));
    AtomicBoolean over = new AtomicBoolean();
    CompletableFuture<Void> keeping =
        CompletableFuture.runAsync(
            () -> {
              while (!over.get()) {
                outbox.renew(LONG);
              }
            });

    Collections.shuffle(rows, new Random(20260301));
    assertThatCode(
            () -> {
              for (int from = 0; from < ROWS; from += TOGETHER) {
                outbox.published(rows.subList(from, from + TOGETHER));
              }
            })
        .doesNotThrowAnyException();

    over.set(true);
    assertThatCode(keeping::join).doesNotThrowAnyException();
  }

  private List<OutboxTable.Row> hold(String page) {
    List<?> ids =
        QuarkusTransaction.requiringNew()
            .call(
                () ->
                    database
                        .createNativeQuery(
                            "insert into outbox (page, revision, lease, due_at, replay)"
                                + " select :page, 1, :lease, now() + interval '1 hour', true"
                                + " from generate_series(1, :rows) returning id",
                            Long.class)
                        .setParameter("page", page)
                        .setParameter("lease", outbox.lease())
                        .setParameter("rows", ROWS)
                        .getResultList());
    List<OutboxTable.Row> rows = new ArrayList<>();
    ids.forEach(id -> rows.add(new OutboxTable.Row((Long) id, page, 1, null)));
    return rows;
  }
}

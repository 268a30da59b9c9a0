package dev.podium.ingest.frontier;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.hibernate.Session;

/** Reads the frontier beside the service. */
final class FrontierRows {

  /** State and reason of an entry; null where there is none. */
  static String state(Session database, String kind, String address) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                database
                    .createNativeQuery(
                        "select state || ': ' || reason from frontier"
                            + " where id = :id and kind = :kind",
                        String.class)
                    .setParameter("id", FrontierTable.id(address))
                    .setParameter("kind", kind)
                    .getSingleResultOrNull());
  }

  private FrontierRows() {}
}

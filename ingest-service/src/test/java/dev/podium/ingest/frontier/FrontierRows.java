package dev.podium.ingest.frontier;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.List;
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

  /** Address, state and reason of each entry of a source. */
  static List<String> states(Session database, String source, String kind) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                database
                    .createNativeQuery(
                        "select address || ' ' || state || ': ' || reason from frontier"
                            + " where source = :source and kind = :kind order by address",
                        String.class)
                    .setParameter("source", source)
                    .setParameter("kind", kind)
                    .getResultList());
  }

  private FrontierRows() {}
}

package dev.podium.ingest.archive;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.Optional;

/** Tells a database that cannot work for now from one that was asked something wrong. */
public final class DatabaseTrouble {

  // Classes of SQLSTATE: connection, resources (a full disk among them), an operator's doing, and
  // the system below.
  private static final List<String> PASSING = List.of("08", "53", "57", "58");
  private static final String POOL_IS_EMPTY = "Acquisition timeout";

  /** What the database said, where it is trouble that may pass; otherwise empty. */
  public static Optional<String> of(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && passing(sql)) {
        return Optional.of(String.valueOf(sql.getMessage()).lines().findFirst().orElse(""));
      }
    }
    return Optional.empty();
  }

  private static boolean passing(SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    return e instanceof SQLTransientException
        || PASSING.stream().anyMatch(state::startsWith)
        || String.valueOf(e.getMessage()).startsWith(POOL_IS_EMPTY);
  }

  private DatabaseTrouble() {}
}

package dev.podium.gateway.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.podium.gateway.GatewayTest;
import dev.podium.kit.problem.ProblemException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database says when it does not do something. */
@GatewayTest
class DatabaseStatesIT {

  private final Database database;
  private final EntityManager entities;
  private final UserTransaction transactions;

  DatabaseStatesIT(Database database, EntityManager entities, UserTransaction transactions) {
    this.database = database;
    this.entities = entities;
    this.transactions = transactions;
  }

  private void fail(String state) {
    entities
        .createNativeQuery("do 'begin raise exception using errcode = ''" + state + "''; end'")
        .executeUpdate();
  }

  /** Shut down, out of connections, read-only after a failover, deadlocked, too slow. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "08006", "53300", "57P01", "57P03", "25006", "40001", "40P01", "57014", "55P03", "25P03"
      })
  void whatPassesIsTriedAgain(String state) {
    assertThatThrownBy(() -> database.run(() -> fail(state)))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().status()).isEqualTo(503));
  }

  @ParameterizedTest
  @ValueSource(strings = {"22012", "23505", "42P01"})
  void aMistakeIsNotTakenForThat(String state) {
    assertThatThrownBy(() -> database.run(() -> fail(state)))
        .isInstanceOf(PersistenceException.class);
  }

  @Test
  void whatTheDatabaseTakesTooLongForIsTriedAgain() throws SystemException {
    runTooLong(() -> entities.createNativeQuery("select 1 from pg_sleep(3)").getResultList());
  }

  @Test
  void whatIsThroughTooLateIsTriedAgain() throws SystemException {
    long over = System.nanoTime() + TimeUnit.SECONDS.toNanos(3);
    runTooLong(
        () -> {
          entities.createNativeQuery("select 1").getResultList();
          while (System.nanoTime() < over) {
            LockSupport.parkNanos(over - System.nanoTime());
          }
        });
  }

  private void runTooLong(Runnable work) throws SystemException {
    transactions.setTransactionTimeout(1);
    try {
      assertThatThrownBy(() -> database.run(work))
          .isInstanceOfSatisfying(
              ProblemException.class, e -> assertThat(e.problem().status()).isEqualTo(503));
    } finally {
      transactions.setTransactionTimeout(0);
    }
  }
}

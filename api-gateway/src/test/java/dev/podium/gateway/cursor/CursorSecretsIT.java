package dev.podium.gateway.cursor;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch._types.FieldValue;
import dev.podium.gateway.GatewayTest;
import dev.podium.gateway.database.Database;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@GatewayTest
class CursorSecretsIT {

  private static final String QUERY = "q";
  private static final List<FieldValue> AFTER = List.of(FieldValue.of(7L));

  private final CursorSecretRow.Secrets table;
  private final Database database;

  CursorSecretsIT(CursorSecretRow.Secrets table, Database database) {
    this.table = table;
    this.database = database;
  }

  @Test
  void anyInstanceServesAnyCursor() throws CursorException {
    Cursors one = new Cursors(instance());
    Cursors other = new Cursors(instance());

    assertThat(other.read(one.write(QUERY, AFTER), QUERY).getFirst().longValue()).isEqualTo(7);
  }

  @Test
  void anOldSecretIsFollowedByAnotherAndStillVerifies() throws CursorException {
    CursorSecrets before = instance();
    String cursor = new Cursors(before).write(QUERY, AFTER);
    makeOlder(Duration.ofDays(40));

    CursorSecrets after = instance();

    assertThat(after.all().getFirst()).isNotEqualTo(before.all().getFirst());
    assertThat(new Cursors(after).read(cursor, QUERY)).hasSize(1);
  }

  @Test
  void aSecretThatIsTooOldIsForgotten() {
    CursorSecrets before = instance();
    byte[] secret = before.all().getFirst();
    makeOlder(Duration.ofDays(61));

    CursorSecrets after = instance();

    assertThat(after.all()).doesNotContain(secret);
  }

  private CursorSecrets instance() {
    CursorSecrets secrets = new CursorSecrets(new Defaults(), table, database);
    secrets.begin(new Database.Ready());
    return secrets;
  }

  private void makeOlder(Duration age) {
    QuarkusTransaction.requiringNew()
        .run(() -> table.update("createdAt = ?1", Instant.now().minus(age)));
  }

  /** As no setting is set. */
  private record Defaults() implements CursorSettings {

    @Override
    public Optional<String> secret() {
      return Optional.empty();
    }

    @Override
    public Duration rotateAfter() {
      return Duration.ofDays(30);
    }

    @Override
    public Duration keep() {
      return Duration.ofDays(30);
    }
  }
}

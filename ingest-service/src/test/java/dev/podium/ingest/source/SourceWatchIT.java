package dev.podium.ingest.source;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.ingest.Eventually;
import dev.podium.ingest.IngestTest;
import dev.podium.kit.drain.Drain;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.util.Optional;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/** What was changed over one instance is obeyed by all. */
@IngestTest
class SourceWatchIT {

  private static final String SOURCE = "jp-mofa-ja";

  private final OverrideTable overrides;
  private final Session database;
  private final Drain drain;
  private final SourceSettings config;

  SourceWatchIT(OverrideTable overrides, Session database, Drain drain, SourceSettings config) {
    this.overrides = overrides;
    this.database = database;
    this.drain = drain;
    this.config = config;
  }

  @Test
  void anotherInstanceSeesWhatWasChangedAndForgetsNothingWhileTheDatabaseIsAway() {
    Sources sources = Sources.load(Optional.empty(), true);
    Away table = new Away(database);
    SourceWatch another = new SourceWatch(sources, table, drain, config);
    another.refresh();
    assertThat(sources.fetched(source(sources))).isTrue();

    given().post("/v1/sources/" + SOURCE + "/pause").then().statusCode(200);
    another.refresh();
    assertThat(sources.fetched(source(sources))).isFalse();
    assertThat(sources.existing(SOURCE).paused()).isTrue();

    table.away = true;
    given().post("/v1/sources/" + SOURCE + "/reset").then().statusCode(200);
    another.refresh();
    assertThat(sources.existing(SOURCE).paused()).isTrue();
    table.away = false;
    another.refresh();
    assertThat(sources.existing(SOURCE).paused()).isFalse();
  }

  @Test
  void theServiceItselfFollowsAnotherWithoutBeingAsked() {
    SourceChanges elsewhere =
        new SourceChanges(Sources.load(Optional.empty(), false), overrides, Clock.systemUTC());
    QuarkusTransaction.requiringNew().run(() -> elsewhere.pause(SOURCE, "elsewhere"));
    Eventually.holds(() -> assertThat(paused()).isTrue());
    given().post("/v1/sources/" + SOURCE + "/reset").then().statusCode(200);
    assertThat(paused()).isFalse();
  }

  private static Source source(Sources sources) {
    return sources.find(SOURCE).orElseThrow();
  }

  private static boolean paused() {
    return given().get("/v1/sources/" + SOURCE).jsonPath().getBoolean("paused");
  }

  /** A database that goes away when it is told to. */
  private static final class Away extends OverrideTable {

    private boolean away;

    Away(Session database) {
      super(database);
    }

    @Override
    long change() {
      if (away) {
        throw new PersistenceException("away");
      }
      return super.change();
    }
  }
}

package dev.podium.index.restart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.contracts.topic.Topics;
import dev.podium.index.Eventually;
import dev.podium.index.Topic;
import dev.podium.local.server.Readiness;
import dev.podium.local.stack.ServiceServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service as it is shipped, killed again and again, leaves what an undisturbed one leaves. */
class KillsIT {

  private static final Logger LOG = Logger.getLogger(KillsIT.class);

  /** Two to a page. */
  private static final int BRIEFINGS = Integer.getInteger("podium.kills.briefings", 1_500);

  private static final int HEAP = 256;
  private static final int LONGEST_LIFE_MILLIS = 2_500;
  private static final int LEAST_KILLS = 3;
  private static final int SEED = 20_260_313;
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  // So that the next process has the partitions at once, and not when the killed one's session
  // ends.
  private static final Map<String, String> CONFIG = Map.of("KAFKA_GROUP_INSTANCE_ID", "one");

  private int kills;

  @Test
  void theViewIsThatOfAnUndisturbedRun(@TempDir Path folder) throws IOException {
    View undisturbed = run(folder.resolve("undisturbed"), false);

    View killed = run(folder.resolve("killed"), true);

    LOG.infof(
        "%d briefings, %d kills: %d exchanges, %d in the history, changes of %d briefings, %d repeated",
        BRIEFINGS,
        kills,
        killed.count("exchanges"),
        killed.count("history"),
        killed.changes().size(),
        killed.repeats());
    assertThat(kills).isGreaterThanOrEqualTo(LEAST_KILLS);
    assertThat(undisturbed.repeats()).isZero();
    assertThat(undisturbed.count("briefings")).isEqualTo(BRIEFINGS / 2);
    assertThat(undisturbed.count("exchanges")).isEqualTo(BRIEFINGS / 2 * 4);
    assertThat(undisturbed.count("history")).isEqualTo(BRIEFINGS * 4);
    assertThat(killed.documents().get("briefings"))
        .isEqualTo(undisturbed.documents().get("briefings"));
    assertThat(killed.documents().get("exchanges"))
        .isEqualTo(undisturbed.documents().get("exchanges"));
    assertThat(killed.documents().get("history")).isEqualTo(undisturbed.documents().get("history"));
    assertThat(killed.changes()).isEqualTo(undisturbed.changes());
  }

  private View run(Path folder, boolean disturbed) throws IOException {
    try (OwnServers servers = OwnServers.start(folder);
        ServiceServer service =
            new ServiceServer(
                servers.service("index", servers.elasticsearch().address(), HEAP, CONFIG))) {
      service.start(OwnServers.PATIENCE);
      Load load = new Load(servers, "kills");
      load.publish(BRIEFINGS / 2);
      if (disturbed) {
        killUntilIndexed(service, load);
      }
      Eventually.holds(PATIENCE, () -> assertThat(load.indexed()).isEqualTo(load.pages()));
      assertThat(Topic.readFrom(servers.kafka().address(), Topics.BRIEFINGS_DEAD_LETTERS))
          .isEmpty();
      return View.of(servers);
    }
  }

  private void killUntilIndexed(ServiceServer service, Load load) throws IOException {
    Random random = new Random(SEED);
    int fruitless = 0;
    for (long before = 0; before < load.pages(); ) {
      // A busy machine may need longer to get anywhere at all.
      int life = random.nextInt(LONGEST_LIFE_MILLIS) * (1 + fruitless);
      Eventually.pause(Duration.ofMillis(life));
      // With SIGKILL, after which nobody tidies up.
      ProcessHandle.of(service.running().pid()).ifPresent(ProcessHandle::destroyForcibly);
      service.running().onExit().join();
      kills++;
      service.launch();
      Readiness.await(service, OwnServers.PATIENCE);
      long now = load.indexed();
      fruitless = now > before ? 0 : fruitless + 1;
      before = now;
    }
  }
}

package dev.podium.kit.topic;

import dev.podium.contracts.topic.Limits;
import dev.podium.contracts.topic.Topics;
import dev.podium.kit.drain.Drain;
import dev.podium.kit.record.Backoff;
import dev.podium.kit.record.BrokerConfig;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Makes the topics that are missing, as {@link Topics} declares them, and says in {@code ready}
 * whether Kafka can be reached and has them all. Topics that are there are left as they are.
 */
@Readiness
@ApplicationScoped
public class TopicProvisioner implements HealthCheck {

  private static final Logger LOG = Logger.getLogger(TopicProvisioner.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(250), Duration.ofSeconds(5));

  private final Map<String, Object> broker;
  private final TopicSettings settings;
  private final Drain drain;
  private final ExecutorService virtualThreads;
  private volatile String missing = "Kafka has not been reached yet";

  TopicProvisioner(
      @Identifier("default-kafka-broker") Map<String, Object> broker,
      TopicSettings settings,
      Drain drain,
      @VirtualThreads ExecutorService virtualThreads) {
    this.broker = broker;
    this.settings = settings;
    this.drain = drain;
    this.virtualThreads = virtualThreads;
  }

  void start(@Observes StartupEvent event) {
    virtualThreads.execute(this::provision);
  }

  private void provision() {
    try (Admin admin = Admin.create(config())) {
      int failures = 0;
      while (missing != null && !drain.started()) {
        missing = attempt(admin);
        if (missing != null) {
          failures++;
          if (failures == 1) {
            LOG.warnf("waiting for the topics: %s", missing);
          }
          drain.await(BACKOFF.after(failures, ThreadLocalRandom.current()));
        }
      }
    }
  }

  /** Null when all topics are there, otherwise what is in the way. */
  private String attempt(Admin admin) {
    try {
      Set<String> present = admin.listTopics().names().get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
      List<NewTopic> absent = absent(present);
      if (absent.isEmpty()) {
        return null;
      }
      if (!settings.create()) {
        return "missing topics: " + absent.stream().map(NewTopic::name).toList();
      }
      create(admin, absent);
      return null;
    } catch (ExecutionException e) {
      return "Kafka: " + e.getCause().getMessage();
    } catch (TimeoutException e) {
      return "Kafka does not answer at " + broker.get("bootstrap.servers");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }

  private List<NewTopic> absent(Set<String> present) {
    return Topics.ALL.stream()
        .filter(topic -> !present.contains(topic.name()))
        .map(this::newTopic)
        .toList();
  }

  private void create(Admin admin, List<NewTopic> absent)
      throws ExecutionException, InterruptedException, TimeoutException {
    for (var created : new ArrayList<>(admin.createTopics(absent).values().values())) {
      try {
        created.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
      } catch (ExecutionException e) {
        // Another instance that starts at the same time was faster.
        if (!(e.getCause() instanceof TopicExistsException)) {
          throw e;
        }
      }
    }
    LOG.infof("created the topics %s", absent.stream().map(NewTopic::name).toList());
  }

  private NewTopic newTopic(Topics.Topic topic) {
    Map<String, String> config = new HashMap<>();
    config.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(Limits.RECORD_BYTES));
    switch (topic.cleanup()) {
      case COMPACT ->
          config.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
      case DELETE -> {
        config.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
        config.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(topic.retention().toMillis()));
      }
    }
    return new NewTopic(topic.name(), settings.partitions(), settings.replicationFactor())
        .configs(config);
  }

  private Map<String, Object> config() {
    return BrokerConfig.of(broker, AdminClientConfig.configNames());
  }

  @Override
  public HealthCheckResponse call() {
    String why = missing;
    var response = HealthCheckResponse.named("topics").status(why == null);
    return why == null ? response.build() : response.withData("reason", why).build();
  }
}

package dev.podium.index.schema;

import dev.podium.kit.drain.Drain;
import dev.podium.kit.record.Backoff;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/**
 * Puts the indices and aliases in place, as soon as Elasticsearch can be reached. Until then {@code
 * ready} says what is missing. Several instances may do so at once.
 */
@ApplicationScoped
public class Schema {

  private static final Logger LOG = Logger.getLogger(Schema.class);

  private final Indices indices;
  private final Definitions definitions;
  private final SchemaSettings settings;
  private final Drain drain;
  private final ExecutorService virtualThreads;
  private final Generation generation = new Generation(1);
  private final ReentrantLock installing = new ReentrantLock();
  private volatile String missing = "Elasticsearch has not been reached yet";

  Schema(
      Indices indices,
      SchemaSettings settings,
      Drain drain,
      @VirtualThreads ExecutorService virtualThreads) {
    this.indices = indices;
    this.definitions = new Definitions(settings);
    this.settings = settings;
    this.drain = drain;
    this.virtualThreads = virtualThreads;
  }

  /** The generation that this service fills and that readers see. */
  public Generation generation() {
    return generation;
  }

  /** What is in the way of indexing; null when nothing is. */
  public String missing() {
    return missing;
  }

  /** Looks again whether all is in place, because something could not be written or read. */
  public void lookAgain() {
    virtualThreads.execute(this::install);
  }

  void start(@Observes StartupEvent event) {
    virtualThreads.execute(this::install);
  }

  private void install() {
    if (!installing.tryLock()) {
      return;
    }
    try {
      for (int failures = 1; !attempt(); failures++) {
        if (failures == 1) {
          LOG.warnf("waiting for the indices: %s", missing);
        }
        if (drain.await(backoff().after(failures, ThreadLocalRandom.current()))) {
          return;
        }
      }
    } finally {
      installing.unlock();
    }
  }

  private Backoff backoff() {
    return new Backoff(settings.retry().dividedBy(2), settings.retry());
  }

  private boolean attempt() {
    try {
      Analysis analysis = Analysis.of(indices.plugins());
      for (Kind kind : Kind.values()) {
        put(kind, analysis);
      }
      if (missing != null) {
        LOG.infof("generation %d of the indices is in place", generation.number());
      }
      missing = null;
      return true;
    } catch (SchemaException e) {
      missing = e.getMessage();
      return false;
    }
  }

  private void put(Kind kind, Analysis analysis) {
    String index = generation.index(kind);
    indices.create(index, definitions.of(generation, kind, analysis));
    Set<String> behind = indices.behind(kind.alias());
    if (behind.isEmpty()) {
      indices.point(kind.alias(), index);
    } else if (!behind.equals(Set.of(index))) {
      throw new SchemaException("the alias " + kind.alias() + " is of " + behind);
    }
  }
}

package dev.podium.index.schema;

import dev.podium.index.group.Groups;
import dev.podium.index.group.GroupsException;
import dev.podium.kit.drain.Drain;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/**
 * Knows which generations of indices there are, and puts indices and aliases in place that are
 * missing. Elasticsearch is asked again and again, so that all instances go by the same, and what
 * it tells is an event for those whom it concerns. Until it has been reached, {@code ready} says
 * what is missing.
 */
@ApplicationScoped
public class Schema {

  private static final Logger LOG = Logger.getLogger(Schema.class);

  private final Indices indices;
  private final Definitions definitions;
  private final SchemaSettings settings;
  private final Groups groups;
  private final Event<Generations> found;
  private final Drain drain;
  private final ExecutorService virtualThreads;
  private final ReentrantLock looking = new ReentrantLock();
  private volatile Answer last = new Answer(Generations.NONE, System.nanoTime());
  private volatile String missing = "Elasticsearch has not been reached yet";

  Schema(
      Indices indices,
      SchemaSettings settings,
      Groups groups,
      Event<Generations> found,
      Drain drain,
      @VirtualThreads ExecutorService virtualThreads) {
    this.indices = indices;
    this.definitions = new Definitions(settings);
    this.settings = settings;
    this.groups = groups;
    this.found = found;
    this.drain = drain;
    this.virtualThreads = virtualThreads;
  }

  /**
   * What Elasticsearch told.
   *
   * @param asked when, in nanoseconds; what an answer says was so after it was asked for
   */
  private record Answer(Generations generations, long asked) {}

  /** The generations as they were found last, however long ago. */
  public Generations known() {
    return last.generations();
  }

  /**
   * The generations as they are, or were a moment ago; empty if that is not known, and then {@link
   * #missing} says why.
   */
  public Optional<Generations> current() {
    Answer answer = last;
    return missing == null && !stale(answer) ? Optional.of(answer.generations()) : Optional.empty();
  }

  /** What is in the way of indexing; null when nothing is. */
  public String missing() {
    String why = missing;
    return why == null && stale(last) ? "Elasticsearch does not tell which indices there are" : why;
  }

  private boolean stale(Answer answer) {
    return System.nanoTime() - answer.asked() > settings.staleAfter().toNanos();
  }

  /** The number of the definition that an index of a kind would be made with now. */
  public int definition(Kind kind) {
    return definitions.number(kind);
  }

  /** Asks Elasticsearch now; {@link #missing} tells if it does not answer. */
  public Generations look() {
    looking.lock();
    try {
      if (attempt()) {
        found.fire(known());
      }
      return known();
    } finally {
      looking.unlock();
    }
  }

  void start(@Observes StartupEvent event) {
    virtualThreads.execute(this::watch);
  }

  private void watch() {
    do {
      try {
        look();
      } catch (RuntimeException e) {
        // Without this thread nothing would be indexed any more.
        LOG.error("what Elasticsearch tells of the indices could not be passed on", e);
      }
    } while (!drain.await(settings.poll()));
  }

  private boolean attempt() {
    long asked = System.nanoTime();
    try {
      last = new Answer(inPlace(indices.generations()), asked);
      if (missing != null) {
        LOG.infof(
            "the indices are in place, generation %d serves",
            (Object) known().serving().map(GenerationState::number).orElse(null));
      }
      missing = null;
      return true;
    } catch (SchemaException | GroupsException e) {
      return wait(e.getMessage());
    } catch (RuntimeException e) {
      return wait("the indices cannot be looked at: " + e);
    }
  }

  private boolean wait(String why) {
    if (!why.equals(missing)) {
      LOG.warnf("waiting for the indices: %s", why);
    }
    missing = why;
    return false;
  }

  private Generations inPlace(Generations there) {
    boolean complete =
        !there.all().isEmpty() && there.all().stream().allMatch(GenerationState::complete);
    if (complete && serves(there)) {
      return there;
    }
    Analysis analysis = Analysis.of(indices.plugins());
    if (there.all().isEmpty()) {
      make(first(), analysis);
    }
    there.all().stream()
        .filter(state -> !state.complete())
        .forEach(state -> make(state.generation(), analysis));
    point(indices.generations());
    return indices.generations();
  }

  /** Whether all aliases are of one generation. */
  private static boolean serves(Generations found) {
    return found.serving().filter(Schema::hasAll).isPresent()
        && found.all().stream().filter(GenerationState::serving).count() == 1;
  }

  private static boolean hasAll(GenerationState state) {
    return state.indexes().entrySet().stream()
        .allMatch(index -> index.getValue().aliases().contains(index.getKey().alias()));
  }

  /** Where all indices are lost, the one whose group has read most served, and goes on. */
  private Generation first() {
    return groups
        .furthest(id -> Generation.ofGroup(id).isPresent())
        .flatMap(Generation::ofGroup)
        .orElse(new Generation(1));
  }

  private void make(Generation generation, Analysis analysis) {
    for (Kind kind : Kind.values()) {
      indices.create(generation.index(kind), definitions.of(generation, kind, analysis));
    }
  }

  private void point(Generations found) {
    Generation serving = toServe(found).generation();
    for (Kind kind : Kind.values()) {
      Set<String> behind = indices.behind(kind.alias());
      if (behind.isEmpty()) {
        indices.change(new AliasActions().add(kind.alias(), serving.index(kind)));
      } else if (!behind.equals(Set.of(serving.index(kind)))) {
        throw new SchemaException("the alias " + kind.alias() + " is of " + behind);
      }
    }
  }

  /** Where none has an alias, the newest that is complete; one that is being built comes last. */
  private static GenerationState toServe(Generations found) {
    Optional<GenerationState> newest =
        found.all().stream().filter(state -> !state.next()).reduce((first, second) -> second);
    return found.serving().or(() -> newest).orElseGet(() -> found.all().getLast());
  }
}

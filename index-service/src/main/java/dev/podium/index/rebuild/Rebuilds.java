package dev.podium.index.rebuild;

import dev.podium.index.group.Groups;
import dev.podium.index.group.GroupsException;
import dev.podium.index.schema.Generation;
import dev.podium.index.schema.GenerationState;
import dev.podium.index.schema.Generations;
import dev.podium.index.schema.Lifecycle;
import dev.podium.index.schema.Schema;
import dev.podium.index.schema.SchemaException;
import dev.podium.kit.drain.Drain;
import dev.podium.kit.problem.Problem;
import dev.podium.kit.problem.ProblemException;
import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/** What an operator can do with generations. What goes wrong ends as a problem that says it. */
@ApplicationScoped
class Rebuilds {

  private static final Logger LOG = Logger.getLogger(Rebuilds.class);
  private static final Duration UNTIL_MEMBERS_LEAVE = Duration.ofSeconds(2);
  private static final int TRIES = 30;

  private final Schema schema;
  private final Lifecycle lifecycle;
  private final Groups groups;
  private final Drain drain;
  private final ExecutorService virtualThreads;

  Rebuilds(
      Schema schema,
      Lifecycle lifecycle,
      Groups groups,
      Drain drain,
      @VirtualThreads ExecutorService virtualThreads) {
    this.schema = schema;
    this.lifecycle = lifecycle;
    this.groups = groups;
    this.drain = drain;
    this.virtualThreads = virtualThreads;
  }

  /** Makes a new generation from the whole topic, which serves when it is as the present one. */
  GenerationState begin() {
    checkNoneNext(now());
    Generation generation = new Generation(nextNumber());
    try {
      lifecycle.begin(generation, Notes.begin(true).json());
    } catch (SchemaException e) {
      checkNoneNext(now());
      throw unavailable(e);
    }
    LOG.infof("generation %d is built from the whole topic", generation.number());
    return get(generation.number());
  }

  /** Lets a generation that is there serve, older or newer. */
  GenerationState swap(int number, boolean compare) {
    Generations known = now();
    GenerationState state = find(known, number);
    if (state.serving()) {
      throw conflict("generation-serving", "generation " + number + " serves already");
    }
    checkNoneNext(known);
    try {
      lifecycle.note(state.generation(), Notes.begin(compare).json());
      lifecycle.choose(state.generation());
    } catch (SchemaException e) {
      checkNoneNext(now());
      throw unavailable(e);
    }
    LOG.infof("generation %d is to serve, compared: %s", number, compare);
    return get(number);
  }

  /** Removes a generation that does not serve, also one that is being built. */
  void drop(int number) {
    Generations known = now();
    GenerationState state = find(known, number);
    if (state.serving()) {
      throw serving(number);
    }
    try {
      lifecycle.drop(state, known.serving().orElseThrow());
    } catch (SchemaException e) {
      // It was about to serve, and does now.
      if (now().get(number).filter(GenerationState::serving).isPresent()) {
        throw serving(number);
      }
      throw unavailable(e);
    }
    LOG.infof("generation %d is dropped", number);
    virtualThreads.execute(() -> forget(state.generation()));
  }

  /** All generations, as they were found last where Elasticsearch is away. */
  List<GenerationState> all() {
    Generations known = schema.look();
    return known.all().isEmpty() ? now().all() : known.all();
  }

  /**
   * A generation as it is now.
   *
   * @throws ProblemException if there is none of that number
   */
  GenerationState get(int number) {
    return find(now(), number);
  }

  private int nextNumber() {
    try {
      return 1
          + IntStream.concat(
                  IntStream.of(schema.known().highest()),
                  groups.ids().stream()
                      .map(Generation::ofGroup)
                      .flatMap(Optional::stream)
                      .mapToInt(Generation::number))
              .max()
              .getAsInt();
    } catch (GroupsException e) {
      throw ProblemException.unavailable("kafka-unavailable", e.getMessage());
    }
  }

  private Generations now() {
    schema.look();
    return schema
        .current()
        .orElseThrow(() -> ProblemException.unavailable("index-unavailable", schema.missing()));
  }

  private static GenerationState find(Generations known, int number) {
    return known
        .get(number)
        .orElseThrow(
            () ->
                ProblemException.notFound(
                    "no-such-generation",
                    "there is no generation "
                        + number
                        + ", but "
                        + known.all().stream().map(GenerationState::number).toList()));
  }

  private static void checkNoneNext(Generations known) {
    known
        .next()
        .ifPresent(
            next -> {
              throw conflict(
                  "rebuild-under-way",
                  "generation "
                      + next.number()
                      + " is on its way to serve; wait for it, or DELETE /v1/indexes/"
                      + next.number());
            });
  }

  /** Kafka forgets a group only when all instances have left it, and by itself after some days. */
  private void forget(Generation generation) {
    for (int i = 0; i < TRIES && !drain.await(UNTIL_MEMBERS_LEAVE); i++) {
      try {
        groups.forget(generation.group());
        LOG.infof("the group %s is forgotten", generation.group());
        return;
      } catch (GroupsException e) {
        LOG.debugf("the group %s is still there: %s", generation.group(), e.getMessage());
      }
    }
    LOG.warnf("the group %s is left to expire", generation.group());
  }

  private static ProblemException serving(int number) {
    return conflict(
        "generation-serving",
        "generation " + number + " serves; let another one serve before it is dropped");
  }

  private static ProblemException conflict(String code, String detail) {
    return new ProblemException(Problem.of(409, code, detail));
  }

  private static ProblemException unavailable(SchemaException e) {
    return ProblemException.unavailable("index-unavailable", e.getMessage());
  }
}

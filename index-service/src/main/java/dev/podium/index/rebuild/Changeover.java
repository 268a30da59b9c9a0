package dev.podium.index.rebuild;

import dev.podium.index.compare.Comparison;
import dev.podium.index.compare.ComparisonReport;
import dev.podium.index.follow.Followers;
import dev.podium.index.group.Groups;
import dev.podium.index.group.GroupsException;
import dev.podium.index.schema.GenerationState;
import dev.podium.index.schema.Generations;
import dev.podium.index.schema.Lifecycle;
import dev.podium.index.schema.Schema;
import dev.podium.index.schema.SchemaException;
import dev.podium.index.schema.SchemaSettings;
import dev.podium.kit.drain.Drain;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.jboss.logging.Logger;

/**
 * Brings the generation that is to serve next to where it serves, step by step. The instance that
 * has the first partition of its group does so; where that one ends, the next goes on from what is
 * noted. Steps that two do at once are done once, by the aliases.
 */
@ApplicationScoped
class Changeover {

  private static final Logger LOG = Logger.getLogger(Changeover.class);

  private final Schema schema;
  private final SchemaSettings schemaSettings;
  private final Lifecycle lifecycle;
  private final Followers followers;
  private final Groups groups;
  private final Comparison comparison;
  private final RebuildSettings settings;
  private final Drain drain;
  private final ExecutorService virtualThreads;
  private String said;

  Changeover(
      Schema schema,
      SchemaSettings schemaSettings,
      Lifecycle lifecycle,
      Followers followers,
      Groups groups,
      Comparison comparison,
      RebuildSettings settings,
      Drain drain,
      @VirtualThreads ExecutorService virtualThreads) {
    this.schema = schema;
    this.schemaSettings = schemaSettings;
    this.lifecycle = lifecycle;
    this.followers = followers;
    this.groups = groups;
    this.comparison = comparison;
    this.settings = settings;
    this.drain = drain;
    this.virtualThreads = virtualThreads;
  }

  void start(@Observes StartupEvent event) {
    virtualThreads.execute(this::watch);
  }

  private void watch() {
    while (!drain.await(settings.poll())) {
      try {
        step();
        said = null;
      } catch (SchemaException | GroupsException e) {
        say(e.getMessage(), null);
      } catch (RuntimeException e) {
        // Without this thread no generation would ever serve.
        say(e.toString(), e);
      }
    }
  }

  /** The same again and again is one line. */
  private void say(String why, RuntimeException cause) {
    if (!why.equals(said)) {
      LOG.warnf(cause, "the next generation does not come further for now: %s", why);
    }
    said = why;
  }

  private void step() {
    Generations known = schema.current().orElse(Generations.NONE);
    Optional<GenerationState> next = known.next();
    if (next.isEmpty() || known.serving().isEmpty() || !followers.leads(next.get().number())) {
      return;
    }
    Notes noted = Notes.of(next.get());
    Notes notes = noted == null ? Notes.begin(true) : noted;
    Pair pair = new Pair(known.serving().get(), next.get());
    if (pair.to().serving()) {
      recover(pair, notes);
    } else {
      advance(pair, notes);
    }
  }

  /** The generation that serves, and the one that is to take its place. */
  private record Pair(GenerationState from, GenerationState to) {}

  private void advance(Pair pair, Notes notes) {
    if (notes.phase() != Phase.HANDING_OVER && pair.to().holding()) {
      // Of an earlier way to serve; whoever waits for it would be waited for.
      lifecycle.letGo(pair.to().generation());
      schema.look();
    }
    switch (notes.phase()) {
      case BUILDING -> build(pair, notes);
      case COMPARING -> compare(pair, notes);
      case HANDING_OVER -> handOver(pair, notes);
      case DIFFERENT, DONE -> release(pair.to(), notes.phase());
    }
  }

  /** All others are lost, so that readers see it already; it is told only that it is complete. */
  private void recover(Pair pair, Notes notes) {
    if (await(pair, new Reading(groups, pair.to().generation()))) {
      lifecycle.release(pair.to());
      lifecycle.note(pair.to().generation(), notes.at(Phase.DONE).json());
      LOG.infof("generation %d serves, and has read all there is", pair.to().number());
    }
  }

  private void build(Pair pair, Notes notes) {
    boolean read =
        notes.compare()
            ? awaitBoth(pair)
            : await(pair, new Reading(groups, pair.to().generation()));
    if (read) {
      Phase then = notes.compare() ? Phase.COMPARING : Phase.HANDING_OVER;
      lifecycle.note(pair.to().generation(), notes.at(then).json());
      LOG.infof("generation %d has read all there is", pair.to().number());
      schema.look();
    }
  }

  private void compare(Pair pair, Notes notes) {
    ComparisonProgress caller =
        new ComparisonProgress(
            compared -> lifecycle.note(pair.to().generation(), notes.compared(compared).json()),
            () -> isWanted(pair),
            () -> awaitBoth(pair));
    Optional<ComparisonReport> report =
        comparison.compare(pair.from().generation(), pair.to().generation(), caller);
    if (report.isEmpty()) {
      return;
    }
    if (report.get().passed()) {
      LOG.infof("generation %d may serve: %s", pair.to().number(), report.get());
      lifecycle.note(
          pair.to().generation(), notes.with(report.get()).at(Phase.HANDING_OVER).json());
    } else {
      LOG.errorf("generation %d may not serve: %s", pair.to().number(), report.get());
      lifecycle.note(pair.to().generation(), notes.with(report.get()).at(Phase.DIFFERENT).json());
      lifecycle.release(pair.to());
    }
    schema.look();
  }

  private void release(GenerationState state, Phase phase) {
    LOG.infof("generation %d is %s, and is not the next any more", state.number(), phase);
    lifecycle.release(state);
    schema.look();
  }

  /**
   * First both publish, until whatever only one of them has published was read by the other too.
   * Then the one that serves waits for the other, so that no search sees less afterwards.
   */
  private void handOver(Pair pair, Notes notes) {
    if (!pair.to().holding() && !bothPublish(pair, notes)) {
      return;
    }
    lifecycle.hold(pair.to().generation());
    if (!allKnow(pair) || !awaitHeld(pair)) {
      return;
    }
    GenerationState marked = schema.look().get(pair.to().number()).orElse(pair.to());
    lifecycle.swap(pair.from(), marked);
    schema.look();
    LOG.infof(
        "generation %d serves in place of %d: %s",
        pair.to().number(),
        pair.from().number(),
        notes.compare() ? notes.comparison() : "not compared");
    lifecycle.note(pair.to().generation(), notes.at(Phase.DONE).json());
  }

  private boolean bothPublish(Pair pair, Notes notes) {
    lifecycle.handOver(pair.to().generation());
    if (!allKnow(pair)) {
      return false;
    }
    return notes.compare() ? awaitBoth(pair) : awaitWithPatience(pair);
  }

  /** Waits until no instance goes by what was before. */
  private boolean allKnow(Pair pair) {
    schema.look();
    return !drain.await(schemaSettings.staleAfter()) && isWanted(pair);
  }

  /** Where the next one does not read on, the one that serves cannot wait for ever. */
  private boolean awaitHeld(Pair pair) {
    Reading next = new Reading(groups, pair.to().generation());
    long end = System.nanoTime() + settings.patience().toNanos();
    while (isWanted(pair) && !next.isThrough()) {
      if (System.nanoTime() > end) {
        LOG.warnf(
            "generation %d does not read on; generation %d waits for it no longer",
            pair.to().number(), pair.from().number());
        lifecycle.letGo(pair.to().generation());
        schema.look();
        return false;
      }
      drain.await(settings.poll());
    }
    return isWanted(pair);
  }

  private boolean awaitBoth(Pair pair) {
    return await(pair, new Reading(groups, pair.from().generation(), pair.to().generation()));
  }

  private boolean awaitWithPatience(Pair pair) {
    Reading both = new Reading(groups, pair.from().generation(), pair.to().generation());
    long end = System.nanoTime() + settings.patience().toNanos();
    while (isWanted(pair) && !both.isThrough()) {
      if (System.nanoTime() > end) {
        LOG.warnf(
            "generation %d does not read on; what it has not read is not published as changes,"
                + " where generation %d has read it before",
            pair.from().number(), pair.to().number());
        return await(pair, new Reading(groups, pair.to().generation()));
      }
      drain.await(settings.poll());
    }
    return isWanted(pair);
  }

  private boolean await(Pair pair, Reading reading) {
    while (isWanted(pair)) {
      if (reading.isThrough()) {
        return true;
      }
      drain.await(settings.poll());
    }
    return false;
  }

  /** Whether this instance is still the one to do it, and there is something to be done. */
  private boolean isWanted(Pair pair) {
    Generations known = schema.known();
    return !drain.started()
        && followers.leads(pair.to().number())
        && known.next().filter(next -> next.number() == pair.to().number()).isPresent()
        && known.serving().filter(s -> s.number() == pair.from().number()).isPresent();
  }
}

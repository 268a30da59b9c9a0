package dev.podium.local.stack;

import dev.podium.local.server.Running;
import dev.podium.local.stack.Component.Layer;
import dev.podium.local.stack.StackStatus.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Runs all components: starts them, starts them again, stops them in order. */
final class Supervisor {

  private static final Duration LONGEST_START = Duration.ofMinutes(4);
  private static final int FAILURES_BEFORE_GIVING_UP = 4;
  private static final int LOG_LINES = 12;

  private final StackOptions options;
  private final boolean temporary;
  private final List<ComponentRunner> runners;
  private final EventLog events = new EventLog();
  private final Instant startedAt = Instant.now();
  private Phase phase = Phase.STARTING;
  private Long readyMillis;
  private String failure;

  /**
   * Of components that do not run yet.
   *
   * @param temporary whether the state goes at the end, for the status
   * @param onLaunch told after every launch of one of them
   */
  Supervisor(
      StackOptions options, boolean temporary, List<Component> components, Runnable onLaunch) {
    this.options = options;
    this.temporary = temporary;
    this.runners =
        components.stream()
            .map(component -> new ComponentRunner(component, events, onLaunch))
            .toList();
  }

  void start() {
    runners.forEach(runner -> runner.start(this::wasReady));
  }

  private boolean wasReady(String name) {
    return runners.stream()
        .filter(runner -> runner.name().equals(name))
        .allMatch(runner -> runner.moment().wasReady());
  }

  Optional<ComponentRunner> runner(String name) {
    return runners.stream().filter(runner -> runner.name().equals(name)).findFirst();
  }

  /** Everything that runs, for the record. */
  List<RecordedProcess> processes() {
    return runners.stream()
        .flatMap(runner -> runner.running().stream())
        .map(Running::pid)
        .filter(pid -> pid != ProcessHandle.current().pid())
        .map(pid -> RecordedProcess.of(nameOf(pid), pid))
        .toList();
  }

  private String nameOf(long pid) {
    return runners.stream()
        .filter(runner -> runner.running().filter(running -> running.pid() == pid).isPresent())
        .map(ComponentRunner::name)
        .findFirst()
        .orElse("");
  }

  /**
   * The stack now.
   *
   * @param measured whether with the memory of each process, which takes a moment to find out
   */
  synchronized StackStatus status(boolean measured) {
    if (phase == Phase.STARTING) {
      judgeStart();
    }
    List<ComponentStatus> components =
        runners.stream().map(runner -> status(runner, measured)).toList();
    return new StackStatus(
        phase,
        readyMillis,
        failure,
        options.portOffset(),
        options.data(),
        temporary,
        components,
        events.all());
  }

  private void judgeStart() {
    if (runners.stream().allMatch(runner -> runner.moment().wasReady() || isStopped(runner))) {
      phase = Phase.RUNNING;
      readyMillis = age().toMillis();
      events.add("all is ready after " + age().toSeconds() + " s");
    } else {
      runners.stream().filter(this::hasFailed).findFirst().ifPresent(this::fail);
    }
  }

  private static boolean isStopped(ComponentRunner runner) {
    return runner.moment().state() == ComponentState.STOPPED;
  }

  private boolean hasFailed(ComponentRunner runner) {
    Lifecycle.Moment moment = runner.moment();
    return !moment.wasReady()
        && (moment.failuresInARow() >= FAILURES_BEFORE_GIVING_UP
            || age().compareTo(LONGEST_START) > 0);
  }

  private void fail(ComponentRunner runner) {
    Lifecycle.Moment moment = runner.moment();
    Running running = runner.component().server().running();
    phase = Phase.FAILED;
    failure =
        runner.name()
            + " does not start: "
            + (moment.reason().isEmpty() ? moment.state().text() : moment.reason())
            + (running == null
                ? ""
                : "; the end of " + running.log() + ":\n" + running.lastLines(LOG_LINES));
    events.add(failure);
  }

  private Duration age() {
    return Duration.between(startedAt, Instant.now());
  }

  private static ComponentStatus status(ComponentRunner runner, boolean measured) {
    Lifecycle.Moment moment = runner.moment();
    Optional<Running> running = runner.running();
    OptionalLong memory =
        running
            .filter(process -> measured)
            .map(process -> ProcessMemory.of(process.pid()))
            .orElse(OptionalLong.empty());
    return new ComponentStatus(
        runner.name(),
        moment.state(),
        moment.reason(),
        runner.component().server().address(),
        running.map(Running::pid).orElse(null),
        memory.isPresent() ? memory.getAsLong() : null,
        moment.launchedAt() == null
            ? null
            : Duration.between(moment.launchedAt(), Instant.now()).toSeconds(),
        moment.restarts(),
        Optional.ofNullable(runner.component().server().running()).map(Running::log).orElse(null));
  }

  /** The services first, together; then what they use. Returns when nothing runs. */
  void stop() throws InterruptedException {
    synchronized (this) {
      phase = Phase.STOPPING;
    }
    stop(Layer.SERVICE);
    stop(Layer.STORE);
  }

  private void stop(Layer layer) throws InterruptedException {
    List<Thread> stopping =
        runners.stream()
            .filter(runner -> runner.component().layer() == layer)
            .map(runner -> Thread.ofVirtual().start(() -> finish(runner)))
            .toList();
    for (Thread thread : stopping) {
      thread.join();
    }
  }

  private static void finish(ComponentRunner runner) {
    try {
      runner.finish();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

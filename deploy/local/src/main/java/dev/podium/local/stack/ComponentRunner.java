package dev.podium.local.stack;

import dev.podium.local.server.Running;
import dev.podium.local.server.Server;
import dev.podium.local.server.ServerException;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Keeps one component running for as long as it is wanted. */
final class ComponentRunner {

  private static final Duration WHILE_STARTING = Duration.ofMillis(200);
  private static final Duration WHILE_RUNNING = Duration.ofSeconds(2);

  private final Component component;
  private final Lifecycle lifecycle = new Lifecycle(InstantSource.system());
  private final EventLog events;
  private final Runnable onLaunch;
  private volatile boolean wanted = true;
  private volatile boolean finished;
  private volatile Thread thread;

  /**
   * A runner that is not started yet.
   *
   * @param onLaunch told after every launch, when there is a new process
   */
  ComponentRunner(Component component, EventLog events, Runnable onLaunch) {
    this.component = component;
    this.events = events;
    this.onLaunch = onLaunch;
  }

  /**
   * Starts it once those that it starts after have been ready.
   *
   * @param wasReady of another component, by name
   */
  void start(Predicate<String> wasReady) {
    thread =
        Thread.ofPlatform()
            .daemon()
            .name(component.name())
            .start(
                () -> {
                  awaitOthers(wasReady);
                  run();
                });
  }

  private void awaitOthers(Predicate<String> wasReady) {
    for (String other : component.startsAfter()) {
      lifecycle.waiting("for " + other);
      while (wanted && !finished && !wasReady.test(other)) {
        pause(WHILE_STARTING);
      }
    }
  }

  private void run() {
    while (!finished) {
      if (wanted) {
        runOnce();
      } else {
        lifecycle.stopped();
        pause(WHILE_RUNNING);
      }
    }
    lifecycle.stopped();
  }

  private void runOnce() {
    Server server = component.server();
    try {
      lifecycle.launched();
      server.launch();
      onLaunch.run();
      var waking = server.running().onExit().thenRun(this::wake);
      watch(server);
      waking.cancel(false);
      if (wanted && !finished) {
        againAfter("ended with exit code " + server.running().onExit().join());
      }
    } catch (IOException | ServerException e) {
      againAfter("cannot be started: " + e.getMessage());
    }
    lifecycleStop(server);
  }

  private void watch(Server server) {
    while (wanted && !finished && server.running().isAlive()) {
      Optional<String> reason = server.notReady();
      if (server.running().isAlive() && lifecycle.observed(reason)) {
        events.add(name() + " is " + reason.map(why -> "not ready: " + why).orElse("ready"));
      }
      pause(moment().state() == ComponentState.STARTING ? WHILE_STARTING : WHILE_RUNNING);
    }
  }

  private void againAfter(String how) {
    Duration pause = lifecycle.ended(how);
    events.add(name() + " " + how + ", starting again in " + pause.toSeconds() + " s");
    long deadline = System.nanoTime() + pause.toNanos();
    while (wanted && !finished && System.nanoTime() < deadline) {
      pause(WHILE_STARTING);
    }
  }

  private void lifecycleStop(Server server) {
    if (!wanted || finished) {
      lifecycle.stopping();
      server.close();
      lifecycle.stopped();
      events.add(name() + " is stopped");
    }
  }

  private static void pause(Duration duration) {
    LockSupport.parkNanos(duration.toNanos());
  }

  private void wake() {
    LockSupport.unpark(thread);
  }

  /** Whether it is to run; returns at once. */
  void want(boolean running) {
    wanted = running;
    wake();
  }

  /** Stops it for good and waits for its end. */
  void finish() throws InterruptedException {
    finished = true;
    if (thread != null) {
      wake();
      thread.join();
    }
  }

  String name() {
    return component.name();
  }

  Component component() {
    return component;
  }

  Lifecycle.Moment moment() {
    return lifecycle.now();
  }

  /** What runs of it; empty when nothing does. */
  Optional<Running> running() {
    return Optional.ofNullable(component.server().running()).filter(Running::isAlive);
  }
}

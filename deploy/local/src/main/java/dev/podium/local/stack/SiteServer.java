package dev.podium.local.stack;

import dev.podium.local.server.Loopback;
import dev.podium.local.server.Running;
import dev.podium.local.server.Server;
import dev.podium.local.server.ServerException;
import dev.podium.local.site.BehaviourException;
import dev.podium.local.site.SampleSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The sample site, a thread of the supervisor. */
final class SiteServer implements Server {

  private final Path files;
  private final Path data;
  private final Path log;
  private final int port;
  private volatile SampleSite site;
  private volatile Here here;

  /** For a site that is not started yet; what it has to say is in the supervisor's log. */
  SiteServer(Path files, Path data, Path log, int port) {
    this.files = files;
    this.data = data;
    this.log = log;
    this.port = port;
  }

  @Override
  public String name() {
    return "site";
  }

  @Override
  public String address() {
    return "http://" + Loopback.address(port);
  }

  @Override
  public void launch() throws IOException {
    Files.createDirectories(data);
    try {
      site = SampleSite.start(files, data.resolve("visits.json"), port);
    } catch (BehaviourException e) {
      throw new ServerException(e.getMessage(), e);
    }
    here = new Here(new CompletableFuture<>(), log);
  }

  @Override
  public Optional<String> notReady() {
    return site.hosts() == 0 ? Optional.of("no hosts in " + files) : Optional.empty();
  }

  @Override
  public Running running() {
    return here;
  }

  @Override
  public void close() {
    if (here != null && here.isAlive()) {
      site.close();
      here.onExit().complete(0);
    }
  }

  private record Here(CompletableFuture<Integer> onExit, Path log) implements Running {

    @Override
    public long pid() {
      return ProcessHandle.current().pid();
    }

    @Override
    public boolean isAlive() {
      return !onExit.isDone();
    }

    @Override
    public String lastLines(int count) {
      return "";
    }
  }
}

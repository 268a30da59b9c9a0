package dev.podium.local.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** PostgreSQL. */
public final class PostgresServer implements Server {

  /** The superuser, and its password: this server is open to loopback only. */
  public static final String USER = "podium";

  public static final String PASSWORD = "podium";

  private final ServerSettings settings;
  private final List<String> owned;
  private volatile boolean prepared;
  private volatile ServerProcess process;

  public PostgresServer(ServerSettings settings) {
    this(settings, List.of());
  }

  /**
   * With databases that are there once it is ready.
   *
   * @param owned their names, which are also those of their owners and the owners' passwords
   */
  public PostgresServer(ServerSettings settings, List<String> owned) {
    this.settings = settings;
    this.owned = List.copyOf(owned);
  }

  @Override
  public String name() {
    return "postgresql";
  }

  @Override
  public String address() {
    return Loopback.address(settings.port());
  }

  @Override
  public void launch() throws IOException {
    Path home = settings.servers().postgresHome();
    Files.createDirectories(settings.data());
    Account account = Account.unprivileged(home, settings.data().getParent());
    account.own(settings.data());
    initialise(account, home);
    process =
        start(
            account.command(
                List.of(
                    home.resolve("bin/postgres").toString(),
                    "-D",
                    cluster().toString(),
                    "-c",
                    "listen_addresses=" + Loopback.HOST,
                    "-c",
                    "port=" + settings.port(),
                    "-c",
                    "unix_socket_directories=",
                    "-c",
                    "max_connections=60",
                    "-c",
                    "shared_buffers=48MB",
                    "-c",
                    "jit=off",
                    "-c",
                    "fsync=" + (settings.durable() ? "on" : "off"),
                    "-c",
                    "log_line_prefix=%m [%p] %q%u@%d ")));
  }

  private ServerProcess start(List<String> command) throws IOException {
    return ServerProcess.start(
        new Launch(
            command,
            Map.of("LC_ALL", "C", "TZ", "UTC"),
            settings.data(),
            settings.log(),
            StopSignal.INT,
            Duration.ofSeconds(settings.durable() ? 30 : 5),
            settings.removedAtExit()));
  }

  private Path cluster() {
    return settings.data().resolve("cluster");
  }

  /** Into a folder that gets its name when complete, so that half a cluster is never used. */
  private void initialise(Account account, Path home) throws IOException {
    if (Files.exists(cluster())) {
      return;
    }
    Path fresh = settings.data().resolve("cluster.new");
    Path password = settings.data().resolve("password");
    Files.writeString(password, PASSWORD);
    account.own(settings.data());
    ServerProcess initdb =
        start(
            account.command(
                List.of(
                    home.resolve("bin/initdb").toString(),
                    "-D",
                    fresh.toString(),
                    "-U",
                    USER,
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C",
                    settings.durable() ? "--sync-method=fsync" : "--no-sync")));
    if (initdb.onExit().join() != 0) {
      throw new IOException("its data folder cannot be created:\n" + initdb.lastLines(10));
    }
    Files.delete(password);
    Files.move(fresh, cluster());
  }

  private void prepare() {
    if (!prepared) {
      owned.forEach(name -> databases().create(name, name, name));
      prepared = true;
    }
  }

  /** Its databases, as the superuser. */
  public PostgresDatabases databases() {
    return new PostgresDatabases(address(), USER, PASSWORD);
  }

  @Override
  public Optional<String> notReady() {
    if (!Loopback.isListening(settings.port())) {
      return Optional.of("nothing listens on port " + settings.port());
    }
    try (Connection connection = databases().connect("postgres");
        var statement = connection.createStatement()) {
      statement.execute("SELECT 1");
      prepare();
      return Optional.empty();
    } catch (SQLException | ServerException e) {
      return Optional.of(e.getMessage());
    }
  }

  @Override
  public Running running() {
    return process;
  }

  @Override
  public void close() {
    if (process != null) {
      process.stop();
    }
  }
}

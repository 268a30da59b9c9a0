package dev.podium.local.stack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.podium.local.server.Loopback;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** A stack that is supervised by another process, as the commands see it. */
public final class RunningStack {

  private static final ObjectMapper JSON = JsonMapper.builder().findAndAddModules().build();
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final RunRecord record;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();

  private RunningStack(RunRecord record) {
    this.record = record;
  }

  /** The one of a run folder; empty when its supervisor does not run. */
  public static Optional<RunningStack> find(RunFolder folder) throws IOException {
    return folder.read().filter(record -> record.supervisor().isAlive()).map(RunningStack::new);
  }

  public StackStatus status() throws IOException, InterruptedException {
    return JSON.readValue(send("GET", "/status").body(), StackStatus.class);
  }

  /** With the memory of each process, which takes a moment to find out. */
  public StackStatus measuredStatus() throws IOException, InterruptedException {
    return JSON.readValue(send("GET", "/measured-status").body(), StackStatus.class);
  }

  /** Asks it to stop everything; returns at once. */
  public void stop() throws IOException, InterruptedException {
    send("POST", "/stop");
  }

  /** Asks it to stop one component; returns at once. */
  public void stop(String component) throws IOException, InterruptedException {
    send("POST", "/components/" + component + "/stop");
  }

  /** Asks it to start one component; returns at once. */
  public void start(String component) throws IOException, InterruptedException {
    send("POST", "/components/" + component + "/start");
  }

  /** The supervisor, if it still runs. */
  public Optional<ProcessHandle> supervisor() {
    return record.supervisor().handle();
  }

  private HttpResponse<byte[]> send(String method, String path)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://" + Loopback.address(record.controlPort()) + path))
            .timeout(PATIENCE)
            .header(ControlServer.TOKEN_HEADER, record.token())
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
    if (response.statusCode() >= 300) {
      throw new IOException(
          "the supervisor answers " + response.statusCode() + " to " + method + " " + path);
    }
    return response;
  }
}

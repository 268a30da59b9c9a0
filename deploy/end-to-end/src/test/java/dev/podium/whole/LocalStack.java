package dev.podium.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * The stack as its user runs it: the program behind {@code deploy/local}, in a place of its own.
 */
final class LocalStack implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final Pattern PID = Pattern.compile("pid (\\d+)");
  private static final int GATEWAY = 8080;
  private static final int ELASTICSEARCH = 9200;
  private static final int KAFKA = 9092;

  private final Path root = ProjectRoot.find();
  private final HttpClient client = HttpClient.newHttpClient();
  private final Path folder;

  /** Away from the stack of whoever works here, and below the ports that the system hands out. */
  private final int portOffset = 11_000 + 10 * ThreadLocalRandom.current().nextInt(1_000);

  LocalStack(Path folder) {
    this.folder = folder;
  }

  /** How a command ended and what it said. */
  record Ended(int code, String output) {}

  Ended run(String... arguments) throws IOException, InterruptedException {
    Path target = root.resolve("deploy/local/target");
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin/java").toString(),
            "-Dpodium.root=" + root,
            "-Dpodium.run=" + folder.resolve("run"),
            "-cp",
            target.resolve("local.jar") + ":" + target.resolve("lib") + "/*",
            "dev.podium.local.cli.Main"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), output);
  }

  /** With samples, its state kept beside the run. */
  Ended up() throws IOException, InterruptedException {
    return run("up", "--detach", "--data=" + folder.resolve("data"), "--port-offset=" + portOffset);
  }

  /** Of everything that runs, children included. */
  List<ProcessHandle> processes() throws IOException, InterruptedException {
    return PID.matcher(run("status").output())
        .results()
        .flatMap(match -> ProcessHandle.of(Long.parseLong(match.group(1))).stream())
        .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
        .distinct()
        .toList();
  }

  /** What the gateway answers. */
  JsonNode get(String path) throws IOException, InterruptedException {
    HttpResponse<byte[]> response =
        client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofByteArray());
    return JSON.readTree(response.body());
  }

  /** What Elasticsearch answers, as it is. */
  String elasticsearch(String path) throws IOException, InterruptedException {
    URI address = URI.create("http://127.0.0.1:" + (ELASTICSEARCH + portOffset) + '/' + path);
    return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body();
  }

  /** The status of an answer to somebody who shows that, or nothing where it is null. */
  int status(int port, String path, String key) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + (port + portOffset) + path));
    if (key != null) {
      request.header("Authorization", "Bearer " + key);
    }
    return client.send(request.build(), BodyHandlers.discarding()).statusCode();
  }

  /** What the gateway answers to whoever runs it, with its status. */
  HttpResponse<String> administer(String method, String path, String json)
      throws IOException, InterruptedException {
    return administer(method, path, Map.of("Content-Type", "application/json"), json);
  }

  /** The same with other headers. */
  HttpResponse<String> administer(
      String method, String path, Map<String, String> headers, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path))
            .header("Authorization", "Bearer " + adminKey())
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    return client.send(request.build(), BodyHandlers.ofString());
  }

  /** What the gateway answers to whoever runs it, once it is what is waited for. */
  void awaitRun(String path, Duration patience, Predicate<JsonNode> wanted)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    String answer = administer("GET", path, "").body();
    while (!wanted.test(JSON.readTree(answer))) {
      assertThat(System.nanoTime()).as("%s in time; now %s", path, answer).isLessThan(deadline);
      LockSupport.parkNanos(PAUSE.toNanos());
      answer = administer("GET", path, "").body();
    }
  }

  /** All records of a topic, keys and values, as they stand there now. */
  List<ConsumerRecord<String, String>> topic(String topic) {
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", kafka()),
            new StringDeserializer(),
            new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, String>> found = new ArrayList<>();
      while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
        consumer.poll(PAUSE).forEach(found::add);
      }
      return found;
    }
  }

  /** The key of whoever runs it. */
  String adminKey() throws IOException {
    return Files.readString(folder.resolve("run/admin-key")).strip();
  }

  /** What the gateway answers once it is what is waited for. */
  JsonNode await(String path, Duration patience, Predicate<JsonNode> wanted)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    JsonNode answer = get(path);
    while (!wanted.test(answer)) {
      assertThat(System.nanoTime())
          .as("%s answers in time; now it is %s", path, answer)
          .isLessThan(deadline);
      LockSupport.parkNanos(PAUSE.toNanos());
      answer = get(path);
    }
    return answer;
  }

  /** Sends a page of the French source to the gateway; returns its id. */
  String post(String contentType, String url, byte[] body)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> response = send(contentType, url, body);
    assertThat(response.statusCode()).as("answer to a page").isEqualTo(202);
    return JSON.readTree(response.body()).path("id").asText();
  }

  /** Where the gateway is. */
  String gateway() {
    return "http://127.0.0.1:" + (GATEWAY + portOffset);
  }

  /** Where Kafka is. */
  String kafka() {
    return "127.0.0.1:" + (KAFKA + portOffset);
  }

  /** Sends a page of the French source to the gateway. */
  HttpResponse<byte[]> send(String contentType, String url, byte[] body)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(uri("/v1/pages?source=mfa-cn-fr"))
            .header("Content-Type", contentType)
            .header("Content-Location", url)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build(),
        BodyHandlers.ofByteArray());
  }

  private URI uri(String path) {
    return URI.create(gateway() + path);
  }

  @Override
  public void close() {
    client.close();
  }
}

package dev.podium.local.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.contracts.topic.Limits;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class LocalServersIT {

  @Test
  void kafkaTakesARecordOfTheLargestSize() throws ExecutionException, InterruptedException {
    String bootstrap = LocalServers.kafka().bootstrapServers();
    try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrap))) {
      var topic = new NewTopic("large", Optional.of(1), Optional.<Short>empty());
      topic.configs(Map.of("max.message.bytes", Integer.toString(Limits.RECORD_BYTES)));
      admin.createTopics(List.of(topic)).all().get();
    }
    int room = 1024;
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            bootstrap,
            "max.request.size",
            Limits.RECORD_BYTES,
            "buffer.memory",
            2L * Limits.RECORD_BYTES);
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {

      var sent =
          producer
              .send(new ProducerRecord<>("large", "key", new byte[Limits.RECORD_BYTES - room]))
              .get();

      assertThat(sent.offset()).isZero();
    }
  }

  @Test
  void kafkaCreatesNoTopicByItself() throws ExecutionException, InterruptedException {
    String bootstrap = LocalServers.kafka().bootstrapServers();
    Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap, "max.block.ms", 2000);
    try (var producer =
            new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
        Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrap))) {

      var sent = producer.send(new ProducerRecord<>("misspelt", "value"));

      assertThat(sent).failsWithin(Duration.ofSeconds(30));
      assertThat(admin.listTopics().names().get()).doesNotContain("misspelt");
    }
  }

  @Test
  void elasticsearchIndexesAndFinds() throws IOException, InterruptedException {
    URI index = URI.create(LocalServers.elasticsearch().url() + "/words/");
    try (HttpClient client = HttpClient.newHttpClient()) {
      client.send(
          HttpRequest.newBuilder(index.resolve("_doc/1?refresh=true"))
              .header("Content-Type", "application/json")
              .PUT(HttpRequest.BodyPublishers.ofString("{\"text\":\"podium\"}"))
              .build(),
          BodyHandlers.ofString());

      var found =
          client.send(
              HttpRequest.newBuilder(index.resolve("_search?q=text:podium")).build(),
              BodyHandlers.ofString());

      assertThat(found.body()).contains("\"value\":1");
    }
  }

  @Test
  void postgresCreatesADatabaseOnFirstUseAndKnowsUnicode() throws SQLException {
    LocalServers.Postgres postgres = LocalServers.postgres();
    String url = postgres.jdbcUrl("first-use");
    try (Connection connection =
            DriverManager.getConnection(url, postgres.username(), postgres.password());
        var statement = connection.createStatement()) {

      var row = statement.executeQuery("SELECT upper('é') AS letter");

      assertThat(row.next()).isTrue();
      assertThat(row.getString("letter")).isEqualTo("É");
    }
    assertThat(postgres.jdbcUrl("first-use")).isEqualTo(url);
  }

  @Test
  void aServerIsStartedOnce() {
    String first = LocalServers.kafka().bootstrapServers();

    String second = LocalServers.kafka().bootstrapServers();

    assertThat(second).isEqualTo(first);
  }
}

package dev.podium.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.podium.contracts.topic.Limits;
import dev.podium.contracts.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * docker-compose.yml keeps to what the services can be told, and to the versions that are tested.
 */
class ComposeFileTest {

  private static final Pattern ADDRESS =
      Pattern.compile("(?:(?:https?|jdbc:postgresql)://)?([a-z-]+):([0-9]+)(?:/.*)?");

  /** Settings of Quarkus and of the Kafka client that the services are told. */
  private static final Set<String> FOREIGN =
      Set.of(
          "KAFKA_BOOTSTRAP_SERVERS",
          "QUARKUS_DATASOURCE_JDBC_URL",
          "QUARKUS_DATASOURCE_USERNAME",
          "QUARKUS_DATASOURCE_PASSWORD",
          "QUARKUS_ELASTICSEARCH_HOSTS");

  private static final Map<String, Integer> SERVER_PORTS =
      Map.of("kafka", 9092, "elasticsearch", 9200, "postgresql", 5432);

  private static JsonNode services;
  private static JsonNode shared;

  @BeforeAll
  static void read() throws IOException {
    JsonNode file =
        new YAMLMapper().readTree(ProjectRoot.find().resolve("docker-compose.yml").toFile());
    services = file.get("services");
    shared = file.get("x-service");
  }

  @ParameterizedTest
  @CsvSource({
    "kafka, apache/kafka, kafka.version, 3",
    "elasticsearch, elasticsearch, elasticsearch.version, 3",
    "postgresql, postgres, postgresql-binaries.version, 1"
  })
  void theServersAreThoseThatAreTested(String name, String image, String property, int digits)
      throws IOException {
    String pom = Files.readString(ProjectRoot.find().resolve("pom.xml"));
    Matcher version = Pattern.compile("<" + property + ">([^<]+)<").matcher(pom);
    assertThat(version.find()).isTrue();
    String[] parts = version.group(1).split("\\.");
    String tested = String.join(".", List.of(parts).subList(0, digits));

    assertThat(services.get(name).get("image").asText()).isEqualTo(image + ':' + tested);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ingest-service", "parse-service", "index-service", "api-gateway"})
  void aServiceIsToldOnlyWhatItKnows(String service) {
    Set<String> known = new HashSet<>(FOREIGN);
    DeclaredSettings.all().keySet().forEach(key -> known.add(environmentVariable(key)));

    assertThat(environment(service)).allSatisfy((key, value) -> assertThat(known).contains(key));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ingest-service", "parse-service", "index-service", "api-gateway"})
  void everyAddressIsThatOfAServiceInTheFile(String service) {
    Map<String, String> environment = environment(service);
    assertThat(environment.values()).anyMatch(value -> ADDRESS.matcher(value).matches());
    assertThat(environment.values())
        .filteredOn(value -> ADDRESS.matcher(value).matches())
        .allSatisfy(
            value -> {
              Matcher address = ADDRESS.matcher(value);
              assertThat(address.matches()).isTrue();
              String host = address.group(1);
              assertThat(services.has(host)).isTrue();
              assertThat(Integer.parseInt(address.group(2)))
                  .isEqualTo(SERVER_PORTS.getOrDefault(host, 8080));
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"ingest-service", "parse-service", "index-service", "api-gateway"})
  void aServiceRunsWithoutRightsThatItDoesNotNeed(String service) {
    JsonNode told = services.get(service);

    assertThat(told.has("<<")).as("it takes over what all services share").isTrue();
    assertThat(shared.get("read_only").asBoolean()).isTrue();
    assertThat(shared.get("user").asText()).isNotBlank().doesNotStartWith("0");
    assertThat(shared.get("cap_drop").get(0).asText()).isEqualTo("ALL");
    assertThat(told.get("build").get("args").get("SERVICE").asText()).isEqualTo(service);
    assertThat(told.get("ports").get(0).asText()).startsWith("127.0.0.1:").endsWith(":8080");
  }

  @Test
  void theBrokerTakesTheLargestRecordAndMakesNoTopicByItself() {
    Map<String, String> kafka = environment("kafka");
    String largest = Integer.toString(Limits.RECORD_BYTES);

    assertThat(kafka)
        .containsEntry("KAFKA_MESSAGE_MAX_BYTES", largest)
        .containsEntry("KAFKA_REPLICA_FETCH_MAX_BYTES", largest)
        .containsEntry("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ingest-service", "parse-service", "index-service"})
  void theTopicsHaveAsManyPartitionsAsOnTheLocalStack(String service) {
    assertThat(environment(service))
        .containsEntry("PODIUM_TOPICS_PARTITIONS", Integer.toString(Topics.LOCAL_PARTITIONS));
  }

  private static Map<String, String> environment(String service) {
    return new YAMLMapper()
        .convertValue(services.get(service).get("environment"), new TypeReference<>() {});
  }

  private static String environmentVariable(String key) {
    return key.replaceAll("[^a-zA-Z0-9]", "_").toUpperCase(Locale.ROOT);
  }
}

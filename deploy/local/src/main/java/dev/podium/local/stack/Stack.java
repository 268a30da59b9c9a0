package dev.podium.local.stack;

import dev.podium.local.server.ElasticsearchServer;
import dev.podium.local.server.KafkaServer;
import dev.podium.local.server.Loopback;
import dev.podium.local.server.PostgresServer;
import dev.podium.local.server.Server;
import dev.podium.local.server.ServerSettings;
import dev.podium.local.server.ServersDirectory;
import dev.podium.local.stack.Component.Layer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the stack is made of and how its parts are told of each other. */
final class Stack {

  private static final String SAMPLES = "deploy/local/src/main/samples";

  /** All that {@code *.example} names is played by the sample site. */
  private static final String SAMPLE_HOSTS = "*.example=";

  private final Path root;
  private final RunFolder run;
  private final StackOptions options;
  private final Ports ports;

  /** By which the services know the gateway; none but them is told. */
  private final String credential = Secrets.random();

  /** The options name the folder of the state here, also when it is a temporary one. */
  Stack(Path root, RunFolder run, StackOptions options) {
    this.root = root;
    this.run = run;
    this.options = options;
    this.ports = new Ports(options.portOffset());
  }

  List<Component> components() {
    List<Component> all = new ArrayList<>(stores());
    if (options.samples()) {
      all.add(
          store(
              new SiteServer(
                  root.resolve(SAMPLES).resolve("site"),
                  options.data().resolve("site"),
                  run.log("supervisor"),
                  ports.site())));
    }
    all.addAll(services());
    return all;
  }

  /** Without the services. */
  List<Component> stores() {
    ServersDirectory servers = ServersDirectory.in(root);
    return List.of(
        store(
            new PostgresServer(
                settings(servers, "postgresql", ports.postgresql()), List.of("ingest", "gateway"))),
        store(new KafkaServer(settings(servers, "kafka", ports.kafka()), ports.kafkaController())),
        store(new ElasticsearchServer(settings(servers, "elasticsearch", ports.elasticsearch()))));
  }

  private static Component store(Server server) {
    return new Component(server, Set.of(), Layer.STORE);
  }

  private ServerSettings settings(ServersDirectory servers, String name, int port) {
    return new ServerSettings(servers, options.data().resolve(name), run.log(name), port, true);
  }

  private List<Component> services() {
    return List.of(
        service("ingest", "ingest-service", ports.ingest(), 256, ingest(), "postgresql", "kafka"),
        service("parse", "parse-service", ports.parse(), 320, parse(), "kafka"),
        service("index", "index-service", ports.index(), 320, elasticsearch(), "kafka"),
        service("gateway", "api-gateway", ports.gateway(), 256, gateway(), "postgresql"));
  }

  private Component service(
      String name,
      String module,
      int port,
      int heapMegabytes,
      Map<String, String> own,
      String... after) {
    Map<String, String> environment =
        ServiceSettings.environmentOf(port, Loopback.address(ports.kafka()));
    environment.put("PODIUM_SERVICE_CREDENTIAL", credential);
    environment.putAll(own);
    return new Component(
        new ServiceServer(
            new ServiceSettings(
                name,
                root.resolve(module).resolve("target/quarkus-app"),
                run.program(name),
                run.log(name),
                port,
                jvm(heapMegabytes),
                environment)),
        Set.of(after),
        Layer.SERVICE);
  }

  /** Four services beside three servers: memory and a quick start count for more than speed. */
  private static List<String> jvm(int heapMegabytes) {
    return List.of(
        "-Xms32m",
        "-Xmx" + heapMegabytes + "m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseCompactObjectHeaders");
  }

  private Map<String, String> ingest() {
    Map<String, String> environment = new HashMap<>(database("ingest"));
    environment.put("INGEST_LIVE", Boolean.toString(options.live()));
    if (options.samples()) {
      environment.put("INGEST_FETCH_HOSTS", SAMPLE_HOSTS + Loopback.address(ports.site()));
      addSamples(environment, "INGEST_SOURCES_DIRECTORY", "sources");
    }
    return environment;
  }

  private Map<String, String> parse() {
    Map<String, String> environment = new HashMap<>();
    if (options.samples()) {
      addSamples(environment, "PARSE_DIALECTS_DIRECTORY", "dialects");
      addSamples(environment, "PARSE_REGISTRIES_DIRECTORY", "registries");
    }
    return environment;
  }

  private void addSamples(Map<String, String> environment, String variable, String folder) {
    Path samples = root.resolve(SAMPLES).resolve(folder);
    if (Files.isDirectory(samples)) {
      environment.put(variable, samples.toString());
    }
  }

  /** The name is also that of its owner, and the owner's password. */
  private Map<String, String> database(String name) {
    return Map.of(
        "QUARKUS_DATASOURCE_JDBC_URL",
        "jdbc:postgresql://" + Loopback.address(ports.postgresql()) + '/' + name,
        "QUARKUS_DATASOURCE_USERNAME",
        name,
        "QUARKUS_DATASOURCE_PASSWORD",
        name);
  }

  private Map<String, String> elasticsearch() {
    return Map.of("QUARKUS_ELASTICSEARCH_HOSTS", Loopback.address(ports.elasticsearch()));
  }

  private Map<String, String> gateway() {
    Map<String, String> environment = new HashMap<>(elasticsearch());
    environment.putAll(database("gateway"));
    environment.put("GATEWAY_INGEST_URL", "http://" + Loopback.address(ports.ingest()));
    environment.put("GATEWAY_PARSE_URL", "http://" + Loopback.address(ports.parse()));
    environment.put("GATEWAY_INDEX_URL", "http://" + Loopback.address(ports.index()));
    environment.put("GATEWAY_ANONYMOUS_READS", "true");
    environment.put("GATEWAY_LOOPBACK_WRITES", "true");
    if (options.adminKey() != null) {
      environment.put("GATEWAY_ADMIN_KEY", options.adminKey());
    }
    // So that a page under development elsewhere on this machine can read.
    environment.put("GATEWAY_CROSS_ORIGINS", "*");
    return environment;
  }
}

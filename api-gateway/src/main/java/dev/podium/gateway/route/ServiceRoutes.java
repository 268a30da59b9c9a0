package dev.podium.gateway.route;

import dev.podium.gateway.http.PublicAddress;
import dev.podium.kit.credential.ServiceCredential;
import dev.podium.kit.problem.Problem;
import dev.podium.kit.problem.ProblemResponses;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Passes requests on to the services, so that a caller needs one address. */
@ApplicationScoped
class ServiceRoutes {

  private static final Set<HttpMethod> METHODS =
      Set.of(
          HttpMethod.GET,
          HttpMethod.HEAD,
          HttpMethod.OPTIONS,
          HttpMethod.POST,
          HttpMethod.PUT,
          HttpMethod.DELETE);
  private static final String ALLOW =
      METHODS.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", "));
  private static final int CONNECTIONS = 64;
  private static final int WAITING = 256;
  private static final Pattern LONG_ANSWERS = Pattern.compile("/v1/(warc|sources/[^/]+/progress)");

  private static final Pattern SOURCES = Pattern.compile("/v1/sources(/[^/]*)?/?");
  private static final String DEAD_LETTERS = "/v1/dead-letters";
  private static final Pattern DEAD_LETTER = Pattern.compile("/([a-z]+)-\\d+-\\d+");

  private final Vertx vertx;
  private final HttpClient client;
  private final HttpClient longClient;
  private final RouteSettings settings;
  private final PublicAddress address;
  private final Optional<String> credential;

  ServiceRoutes(
      Vertx vertx, RouteSettings settings, PublicAddress address, ServiceCredential credential) {
    this.vertx = vertx;
    this.settings = settings;
    this.address = address;
    this.credential = credential.credential();
    client = client(WAITING);
    // Whoever watches a stream for hours takes no connection from those who want a page.
    longClient = client(0);
  }

  private HttpClient client(int waiting) {
    return vertx.createHttpClient(
        new HttpClientOptions()
            .setConnectTimeout((int) settings.connectTimeout().toMillis())
            .setMaxPoolSize(CONNECTIONS)
            .setMaxWaitQueueSize(waiting));
  }

  void register(@Observes Router router) {
    Service ingest = service("ingest-service", settings.ingestUrl());
    Service parse = service("parse-service", settings.parseUrl());
    Service index = service("index-service", settings.indexUrl());
    Map.of(
            "/v1/pages/*", ingest,
            "/v1/warc", ingest,
            "/v1/alarms", ingest,
            "/v1/indexes/*", index,
            "/v1/parse", parse)
        .forEach((path, service) -> router.route(path).handler(c -> pass(c, service)));
    router.route("/v1/sources/*").handler(c -> passSources(c, ingest));
    Map<String, Service> writers = Map.of("parse", parse, "index", index);
    router.route(DEAD_LETTERS + "/*").handler(c -> passDeadLetters(c, writers));
  }

  private Service service(String name, URI url) {
    return new Service(name, url, credential);
  }

  /** What there is of the sources the gateway tells itself. */
  private void passSources(RoutingContext context, Service ingest) {
    HttpMethod method = context.request().method();
    boolean isReading = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
    if (isReading && SOURCES.matcher(context.normalizedPath()).matches()) {
      context.next();
    } else {
      pass(context, ingest);
    }
  }

  /** A dead letter is at the service that wrote it, which its id names; or the caller does. */
  private void passDeadLetters(RoutingContext context, Map<String, Service> writers) {
    String rest = context.normalizedPath().substring(DEAD_LETTERS.length());
    Matcher id = DEAD_LETTER.matcher(rest);
    String name = id.matches() ? id.group(1) : context.request().getParam("service", "");
    Service writer = writers.get(name);
    if (writer == null) {
      ProblemResponses.end(
          context.response(),
          Problem.of(
              400,
              "bad-service",
              "the query parameter service is parse or index, not \"" + name + '"'),
          Map.of());
    } else {
      pass(context, writer);
    }
  }

  private void pass(RoutingContext context, Service service) {
    if (!METHODS.contains(context.request().method())) {
      ProblemResponses.end(
          context.response(),
          Problem.of(405, "method-not-allowed", "this address does not take that method"),
          Map.of("Allow", ALLOW));
      return;
    }
    String here = address.base(context.request());
    boolean isLong = LONG_ANSWERS.matcher(context.normalizedPath()).matches();
    new Relay(vertx, context, service, here, settings.idleTimeout())
        .start(isLong ? longClient : client);
  }

  @PreDestroy
  void close() {
    client.close();
    longClient.close();
  }
}

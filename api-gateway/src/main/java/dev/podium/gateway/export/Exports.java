package dev.podium.gateway.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.podium.gateway.elastic.SearchIndex;
import dev.podium.gateway.elastic.Snapshot;
import dev.podium.gateway.elastic.Snapshots;
import dev.podium.gateway.exchange.ExchangeItems;
import dev.podium.gateway.exchange.FoundExchange;
import dev.podium.gateway.exchange.StoredExchange;
import dev.podium.gateway.http.PublicAddress;
import dev.podium.gateway.list.Order;
import dev.podium.gateway.parameter.Parameters;
import dev.podium.gateway.search.ExchangeQueries;
import dev.podium.gateway.search.ExchangeQuery;
import dev.podium.kit.problem.ProblemException;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** Begins exports. */
@ApplicationScoped
class Exports {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final String LIST = "export";

  private final ExchangeQueries queries;
  private final Snapshots snapshots;
  private final ExchangeItems rows;
  private final ExportLimits limits;
  private final PublicAddress address;
  private final ObjectMapper json;
  private final Vertx vertx;
  private final ExportSettings settings;
  private final Semaphore places;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final Clock clock = Clock.systemUTC();

  Exports(
      ExchangeQueries queries,
      Snapshots snapshots,
      ExchangeItems rows,
      ExportLimits limits,
      PublicAddress address,
      ObjectMapper json,
      Vertx vertx,
      ExportSettings settings) {
    this.queries = queries;
    this.snapshots = snapshots;
    this.rows = rows;
    this.limits = limits;
    this.address = address;
    this.json = json;
    this.vertx = vertx;
    this.settings = settings;
    places = new Semaphore(settings.concurrent());
  }

  /** All that a search finds, an exchange on each line. */
  Response ndjson(UriInfo request, RoutingContext context) {
    Parameters parameters = new Parameters(request.getQueryParameters(), ExportParameters.NDJSON);
    ExchangeQuery query = queries.read(LIST, parameters, Order.NEWEST);
    return answer(
        new Asked(request, context, parameters, query),
        ExportType.NDJSON,
        client -> out -> new NdjsonFormat(json, out));
  }

  /** All that a search finds, as a table. */
  Response csv(UriInfo request, RoutingContext context) {
    Parameters parameters = new Parameters(request.getQueryParameters(), ExportParameters.CSV);
    CsvFormat.Options options =
        new CsvFormat.Options(
            parameters.bool(ExportParameters.BOM).orElse(false),
            parameters.text(ExportParameters.FORMULAS).filter("raw"::equals).isPresent());
    ExchangeQuery query = queries.read(LIST, parameters, Order.NEWEST);
    return answer(
        new Asked(request, context, parameters, query),
        ExportType.CSV,
        client -> out -> new CsvFormat(options, out, manifest -> trail(client, manifest)));
  }

  private static void trail(Client client, Manifest manifest) {
    client.trailer(
        ExportType.TRAILER,
        "count=%d, bytes=%d, sha256=\"%s\""
            .formatted(manifest.count(), manifest.bytes(), manifest.sha256()));
  }

  /** What a request asks for. */
  private record Asked(
      UriInfo request, RoutingContext context, Parameters parameters, ExchangeQuery query) {}

  /** Makes the format for a client. */
  @FunctionalInterface
  private interface FormatOf {
    ExportFormat.Maker client(Client client);
  }

  private Response answer(Asked asked, ExportType type, FormatOf format) {
    Response.ResponseBuilder response = Response.ok().type(type.mediaType());
    response.header("Content-Disposition", "attachment; filename=\"" + name(type) + '"');
    response.header("Cache-Control", "no-store");
    if (HttpMethod.HEAD.equals(asked.context().request().method())) {
      return response.build();
    }
    return type.complete(response).entity(begin(asked, format)).build();
  }

  private String name(ExportType type) {
    return "exchanges-" + STAMP.format(clock.instant()) + type.ending();
  }

  private Export begin(Asked asked, FormatOf format) {
    if (!places.tryAcquire()) {
      throw ProblemException.unavailable(
          "too-many-exports", "this instance serves as many exports as it may now");
    }
    Client client = new Client(vertx, asked.context().request(), settings.stall(), places::release);
    try {
      return begin(asked, format.client(client), client);
    } catch (RuntimeException e) {
      client.close();
      throw e;
    }
  }

  private Export begin(Asked asked, ExportFormat.Maker format, Client client) {
    Snapshot snapshot = snapshots.open(SearchIndex.EXCHANGES);
    try {
      ExportPages pages = new ExportPages(snapshot, asked.query(), this::served, executor);
      limits.begin(pages);
      Export.What what =
          new Export.What(
              address.of(asked.request(), asked.parameters().given()), asked.parameters().given());
      return new Export(
          what,
          snapshot,
          pages,
          format,
          client,
          page -> rows.of(found(page), asked.request(), asked.parameters()),
          clock);
    } catch (RuntimeException e) {
      snapshot.close();
      throw e;
    }
  }

  private static List<FoundExchange> found(List<StoredExchange> page) {
    return page.stream().map(stored -> new FoundExchange(stored, null)).toList();
  }

  private int served() {
    return settings.concurrent() - places.availablePermits();
  }

  @PreDestroy
  void close() {
    executor.shutdownNow();
  }
}

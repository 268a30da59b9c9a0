package dev.podium.gateway.stream;

import dev.podium.gateway.access.Caller;
import dev.podium.gateway.access.LastingCallers;
import dev.podium.gateway.change.ChangeFilter;
import dev.podium.gateway.change.ChangeLog;
import dev.podium.gateway.change.ChangeParameters;
import dev.podium.gateway.change.ChangeTail;
import dev.podium.gateway.change.ChangesUnavailableException;
import dev.podium.gateway.change.Position;
import dev.podium.gateway.change.PositionException;
import dev.podium.gateway.http.PublicAddress;
import dev.podium.gateway.offset.OffsetParameters;
import dev.podium.gateway.parameter.Parameters;
import dev.podium.kit.problem.Problem;
import dev.podium.kit.problem.ProblemException;
import dev.podium.kit.problem.ProblemResponses;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Pushes changes as server-sent events. */
@ApplicationScoped
class StreamRoute {

  private static final Logger LOG = Logger.getLogger(StreamRoute.class);
  private static final String PATH = "/v1/stream";
  private static final String LAST_EVENT_ID = "Last-Event-ID";

  private final Vertx vertx;
  private final ChangeLog log;
  private final ChangeTail tail;
  private final Resets resets;
  private final Utf16Wording utf16;
  private final PublicAddress address;
  private final StreamSettings settings;
  private final StreamMetrics metrics;
  private final LastingCallers callers;
  private final Set<StreamClient> clients = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  StreamRoute(
      Vertx vertx,
      ChangeLog log,
      ChangeTail tail,
      Resets resets,
      Utf16Wording utf16,
      PublicAddress address,
      StreamSettings settings,
      StreamMetrics metrics,
      LastingCallers callers) {
    this.vertx = vertx;
    this.log = log;
    this.tail = tail;
    this.resets = resets;
    this.utf16 = utf16;
    this.address = address;
    this.settings = settings;
    this.metrics = metrics;
    this.callers = callers;
  }

  void register(@Observes Router router) {
    router.get(PATH).handler(this::open);
    router.route(PATH).handler(StreamRoute::refuseMethod);
  }

  private static void refuseMethod(RoutingContext request) {
    ProblemResponses.end(
        request.response(),
        Problem.of(405, "method-not-allowed", "this address does not take that method"),
        Map.of("Allow", "GET"));
  }

  // Streams would otherwise be waited for like any request under way.
  void drain(@Observes ShutdownDelayInitiatedEvent event) {
    close();
  }

  void stop(@Observes ShutdownEvent event) {
    close();
  }

  private void close() {
    closed = true;
    clients.forEach(StreamClient::end);
  }

  private void open(RoutingContext request) {
    try {
      Parameters parameters = new Parameters(query(request), ChangeParameters.STREAM);
      ChangeFilter filter = ChangeFilter.read(parameters);
      Position end = log.end();
      Position from = position(request, parameters, end);
      Asked asked =
          new Asked(
              request.response(),
              Caller.of(request),
              filter,
              OffsetParameters.isUtf16(parameters) ? utf16 : Wording.PUBLISHED,
              changes(request, parameters));
      parameters.check();
      enter();
      begin(request, asked, from);
    } catch (ProblemException e) {
      refuse(request, e);
    } catch (ChangesUnavailableException e) {
      refuse(request, unavailable(e));
    }
  }

  private static ProblemException unavailable(Throwable e) {
    return ProblemException.unavailable("changes-unavailable", e.getMessage());
  }

  private static void refuse(RoutingContext request, ProblemException e) {
    ProblemResponses.end(request.response(), e.problem(), e.headers());
  }

  private static Map<String, List<String>> query(RoutingContext request) {
    MultiMap given = request.queryParams();
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    given.names().forEach(name -> parameters.put(name, given.getAll(name)));
    return parameters;
  }

  /** Where to go on: a browser that comes back says so in a header, and its address is old. */
  private static Position position(RoutingContext request, Parameters parameters, Position end) {
    String header = request.request().getHeader(LAST_EVENT_ID);
    boolean inHeader = header != null && !header.isBlank();
    String given = inHeader ? header : parameters.text(ChangeParameters.AFTER).orElse(null);
    if (given == null) {
      return end;
    }
    try {
      return Position.parse(given, end.partitions());
    } catch (PositionException e) {
      parameters.wrong(inHeader ? LAST_EVENT_ID : ChangeParameters.AFTER.name(), e.getMessage());
      return end;
    }
  }

  private void enter() {
    if (closed) {
      throw ProblemException.unavailable("shutting-down", "this instance is going down");
    }
    if (!metrics.enter(settings.clients())) {
      throw ProblemException.unavailable(
          "too-many-streams", "this instance serves " + settings.clients() + " streams already");
    }
  }

  /** The beginning of the address where what is missing can be read. */
  private String changes(RoutingContext request, Parameters parameters) {
    Map<String, List<String>> filters = new LinkedHashMap<>(parameters.given());
    filters.remove(ChangeParameters.AFTER.name());
    return address.base(request.request())
        + "/v1/changes?"
        + PublicAddress.query(filters)
        + (filters.isEmpty() ? "" : "&");
  }

  private void begin(RoutingContext request, Asked asked, Position from) {
    if (log.older(from) < 0 && !from.isBeyond(log.end())) {
      start(asked, from, null);
      return;
    }
    Context context = vertx.getOrCreateContext();
    var unused =
        resets
            .look(from, asked.changes())
            .whenComplete(
                (begin, e) ->
                    context.runOnContext(
                        v -> {
                          if (e == null) {
                            start(asked, begin.from(), begin.reset());
                          } else {
                            LOG.warnf("a stream cannot begin: %s", e.getMessage());
                            metrics.leave();
                            refuse(request, unavailable(e.getCause() == null ? e : e.getCause()));
                          }
                        }));
  }

  private void start(Asked asked, Position from, ServerSentEvents.Reset reset) {
    if (asked.response().closed()) {
      metrics.leave();
      return;
    }
    asked
        .response()
        .putHeader("Content-Type", "text/event-stream")
        .putHeader("Cache-Control", "no-store")
        // Proxies would otherwise wait for more before they pass anything on.
        .putHeader("X-Accel-Buffering", "no");
    new Attached(asked, new Progress(log, from)).start(reset);
  }

  /** A client among the others, from its beginning to its end. */
  private final class Attached {

    private final StreamClient client;
    private final Runnable follower;

    Attached(Asked asked, Progress progress) {
      client = new StreamClient(vertx, asked, progress, settings, metrics, callers, this::leave);
      follower = client::wake;
    }

    void start(ServerSentEvents.Reset reset) {
      clients.add(client);
      tail.follow(follower);
      client.start(reset);
      if (closed) {
        client.end();
      }
    }

    private void leave() {
      tail.leave(follower);
      clients.remove(client);
      metrics.leave();
    }
  }
}

package dev.podium.gateway.route;

import dev.podium.contracts.topic.Limits;
import dev.podium.kit.credential.ServiceCredential;
import dev.podium.kit.problem.Problem;
import dev.podium.kit.problem.ProblemResponses;
import io.vertx.core.Vertx;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import org.jboss.logging.Logger;

/** One request on its way to a service, and the answer on its way back; both are streamed. */
final class Relay {

  private static final Logger LOG = Logger.getLogger(Relay.class);
  private static final Map<String, String> RETRY = Map.of("Retry-After", "5");

  private final Vertx vertx;
  private final HttpServerRequest request;
  private final HttpServerResponse response;
  private final String path;
  private final Service service;
  private final String here;
  private final Duration patience;

  private HttpClientRequest outgoing;
  private Pump upload;
  private boolean uploaded;
  private boolean over;
  private long timer;

  /**
   * A request that is not under way yet.
   *
   * @param here where the gateway's addresses begin
   * @param patience how long nothing may happen
   */
  Relay(Vertx vertx, RoutingContext context, Service service, String here, Duration patience) {
    this.vertx = vertx;
    this.request = context.request();
    this.response = context.response();
    // The path that was matched, dots resolved: the service must not read another one out of it.
    this.path = service.path() + context.normalizedPath();
    this.service = service;
    this.here = here;
    this.patience = patience;
  }

  void start(HttpClient client) {
    request.pause();
    if (declaredLength() > Limits.BODY_BYTES) {
      tooLarge();
      return;
    }
    response.closeHandler(v -> callerLeft());
    response.exceptionHandler(e -> callerLeft());
    RequestOptions options =
        new RequestOptions()
            .setMethod(request.method())
            .setHost(service.address().getHost())
            .setPort(service.port())
            .setURI(request.query() == null ? path : path + '?' + request.query());
    client.request(options).onSuccess(this::send).onFailure(this::unreachable);
  }

  private long declaredLength() {
    String length = request.getHeader("content-length");
    try {
      return length == null ? 0 : Long.parseLong(length);
    } catch (NumberFormatException e) {
      return Long.MAX_VALUE;
    }
  }

  private void send(HttpClientRequest to) {
    if (over) {
      to.reset();
      return;
    }
    outgoing = to;
    PassedHeaders.toService(request.headers(), to.headers());
    service.credential().ifPresent(secret -> to.putHeader(ServiceCredential.HEADER, secret));
    to.exceptionHandler(this::broken);
    to.response().onSuccess(this::answer).onFailure(this::broken);
    wait(patience);
    upload = new Pump(request, to, Limits.BODY_BYTES, this::uploading, this::tooLarge);
    upload.start(this::sent);
  }

  private void uploading() {
    wait(patience);
    if (request.getHeader("content-length") == null && !outgoing.isChunked()) {
      outgoing.setChunked(true);
    }
  }

  private void sent() {
    uploaded = true;
    outgoing.end();
    wait(patience);
  }

  private void answer(HttpClientResponse answer) {
    if (over) {
      return;
    }
    wait(patience);
    if (!uploaded) {
      // An early answer, such as a refusal; what the caller still sends is of no interest.
      upload.stop();
    }
    response.setStatusCode(answer.statusCode());
    PassedHeaders.toCaller(answer.headers(), response.headers(), service.base(), here);
    if (answer.getHeader("content-length") == null) {
      response.setChunked(true);
    }
    answer.exceptionHandler(this::broken);
    new Pump(answer, response, Long.MAX_VALUE, () -> wait(patience), () -> {})
        .start(this::answered);
  }

  private void answered() {
    finish();
    response.end();
  }

  private void wait(Duration time) {
    vertx.cancelTimer(timer);
    if (!over) {
      timer = vertx.setTimer(time.toMillis(), id -> timeout());
    }
  }

  private void timeout() {
    if (uploaded) {
      give(504, "service-timeout", service.name() + " does not answer");
    } else {
      give(408, "request-timeout", "the rest of the body does not arrive");
    }
  }

  private void unreachable(Throwable e) {
    if (e instanceof ConnectException || e instanceof UnknownHostException) {
      give(503, "service-unavailable", service.name() + " cannot be reached now");
    } else if (e instanceof ConnectionPoolTooBusyException) {
      give(503, "service-busy", "too many requests to " + service.name() + " are under way");
    } else {
      broken(e);
    }
  }

  private void broken(Throwable e) {
    if (!over) {
      LOG.warnf("%s: %s %s: %s", service.name(), request.method(), path, e.toString());
    }
    give(502, "service-broken", service.name() + " broke off or gave an answer that is no HTTP");
  }

  private void tooLarge() {
    give(413, "body-too-large", "the body is larger than " + Limits.BODY_BYTES + " bytes");
  }

  private void callerLeft() {
    if (!over) {
      finish();
      reset();
    }
  }

  /** Ends both sides early; where the answer has begun, the caller sees it break off. */
  private void give(int status, String code, String detail) {
    if (over) {
      return;
    }
    finish();
    reset();
    if (response.headWritten()) {
      response.reset();
      return;
    }
    PassedHeaders.remove(response.headers());
    if (!uploaded) {
      // Read to its end, or the caller might never come to read the answer.
      request.handler(piece -> {}).endHandler(v -> {}).resume();
    }
    ProblemResponses.end(
        response, Problem.of(status, code, detail), status >= 502 ? RETRY : Map.of());
  }

  private void finish() {
    over = true;
    vertx.cancelTimer(timer);
  }

  private void reset() {
    if (outgoing != null) {
      outgoing.reset();
    }
  }
}

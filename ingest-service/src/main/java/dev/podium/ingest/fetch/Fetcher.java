package dev.podium.ingest.fetch;

import dev.podium.kit.outbound.Failures;
import dev.podium.kit.outbound.ForbiddenTargetException;
import dev.podium.kit.outbound.GuardedClients;
import dev.podium.kit.outbound.HostExceptions;
import dev.podium.kit.outbound.HttpExchange;
import dev.podium.kit.outbound.Target;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Fetches one address at a time, and never from inside. */
@ApplicationScoped
public class Fetcher {

  private final Vertx vertx;
  private final HttpClient plain;
  private final HttpClient tls;
  private final HostExceptions exceptions;
  private final FetchSettings config;
  private final Clock clock;

  Fetcher(Vertx vertx, FetchSettings config, Clock clock) {
    this.vertx = vertx;
    this.plain = GuardedClients.plain(vertx, config.connectTimeout());
    this.tls = GuardedClients.tls(vertx, config.connectTimeout());
    this.exceptions = new HostExceptions("ingest.fetch.hosts", config.hosts().orElse(List.of()));
    this.config = config;
    this.clock = clock;
  }

  /**
   * What to fetch.
   *
   * @param etag of what is there already, as received, or null
   * @param lastModified of what is there already, as received, or null
   * @param limit of the body, in bytes
   * @param cut whether a longer body is cut there; otherwise it is refused
   */
  public record Request(String address, String etag, String lastModified, int limit, boolean cut) {}

  /** Why an address is never fetched, or null where nothing speaks against it. */
  public String objection(String address) {
    try {
      Target.of(address, exceptions);
      return null;
    } catch (ForbiddenTargetException e) {
      return e.getMessage();
    } catch (UnknownHostException e) {
      // A name that nobody knows today may be known tomorrow.
      return null;
    }
  }

  /** Fetches an address; blocks the calling thread, which should be a virtual one. */
  public FetchOutcome fetch(Request request) {
    try {
      Target target = Target.of(request.address(), exceptions);
      HttpClient client = target.tls() ? tls : plain;
      return outcome(
          request,
          HttpExchange.run(
              vertx.getOrCreateContext(),
              client,
              options(target, request),
              null,
              request.limit(),
              config.totalTimeout()));
    } catch (ForbiddenTargetException e) {
      return new FetchOutcome.Refused(e.getMessage());
    } catch (UnknownHostException e) {
      return new FetchOutcome.Failed("there is no such host: " + e.getMessage());
    } catch (TimeoutException e) {
      return new FetchOutcome.Failed("not complete after " + config.totalTimeout());
    } catch (ExecutionException e) {
      return new FetchOutcome.Failed(Failures.inWords(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new FetchOutcome.Failed("interrupted");
    }
  }

  private RequestOptions options(Target target, Request request) {
    RequestOptions options =
        target
            .request(HttpMethod.GET)
            .setConnectTimeout(config.connectTimeout().toMillis())
            .setIdleTimeout(config.idleTimeout().toMillis())
            .putHeader("User-Agent", UserAgent.header(config.contact()))
            .putHeader("Accept", "text/html, application/xhtml+xml, text/plain;q=0.8, */*;q=0.1")
            .putHeader("Accept-Encoding", Decompression.ACCEPTED);
    if (request.etag() != null) {
      options.putHeader("If-None-Match", request.etag());
    }
    if (request.lastModified() != null) {
      options.putHeader("If-Modified-Since", request.lastModified());
    }
    return options;
  }

  private FetchOutcome outcome(Request request, HttpExchange.Answer answer) {
    HttpClientResponse head = answer.head();
    int status = head.statusCode();
    return switch (status) {
      case 200, 203 -> fetched(request, answer);
      case 304 -> new FetchOutcome.NotModified();
      case 301, 302, 303, 307, 308 -> moved(request, head);
      case 404, 410 -> new FetchOutcome.Missing(status, head.headers().entries());
      case 429, 503 ->
          new FetchOutcome.Throttled(
              status, RetryAfter.parse(head.getHeader("Retry-After"), clock.instant()));
      default -> new FetchOutcome.Unwelcome(status);
    };
  }

  private static FetchOutcome fetched(Request request, HttpExchange.Answer answer) {
    HttpClientResponse head = answer.head();
    if (answer.cut() && !request.cut()) {
      return tooLarge(request);
    }
    try {
      byte[] body =
          Decompression.plain(answer.body(), head.getHeader("Content-Encoding"), request.limit());
      if (body.length > request.limit() && !request.cut()) {
        return tooLarge(request);
      }
      return new FetchOutcome.Fetched(
          head.statusCode(),
          head.getHeader("ETag"),
          head.getHeader("Last-Modified"),
          head.getHeader("Content-Type"),
          head.headers().entries(),
          body);
    } catch (Decompression.UnaskedEncodingException e) {
      return new FetchOutcome.Refused(e.getMessage());
    } catch (IOException e) {
      return new FetchOutcome.Failed("the compressed body is damaged: " + e.getMessage());
    }
  }

  private static FetchOutcome tooLarge(Request request) {
    return new FetchOutcome.Refused("the body is larger than " + request.limit() + " bytes");
  }

  private static FetchOutcome moved(Request request, HttpClientResponse head) {
    String location = head.getHeader("Location");
    if (location == null || location.isBlank()) {
      return new FetchOutcome.Failed("a redirect (" + head.statusCode() + ") without Location");
    }
    try {
      URI target = new URI(request.address()).resolve(new URI(location.strip()));
      return new FetchOutcome.Moved(head.statusCode(), target.toString());
    } catch (URISyntaxException | IllegalArgumentException e) {
      return new FetchOutcome.Failed("a redirect to what is no address: " + location);
    }
  }
}

package dev.podium.gateway.route;

import dev.podium.kit.credential.ServiceCredential;
import dev.podium.kit.problem.Problem;
import dev.podium.kit.problem.ProblemException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Asks a service behind the gateway for what the gateway itself needs. Every way in which that can
 * fail is a problem, with the codes of routed requests.
 */
public final class ServiceClient {

  private static final Logger LOG = Logger.getLogger(ServiceClient.class);
  private static final Map<String, String> RETRY = Map.of("Retry-After", "5");

  private final Service service;
  private final HttpClient client;
  private final Duration patience;

  /**
   * A client of a service.
   *
   * @param patience how long the beginning of an answer may take
   */
  ServiceClient(Service service, HttpClient client, Duration patience) {
    this.service = service;
    this.client = client;
    this.patience = patience;
  }

  /**
   * The beginning of a request, which the service accepts from the gateway.
   *
   * @param path with its query, escaped
   */
  public HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(service.base() + path)).timeout(patience);
    service.credential().ifPresent(secret -> request.header(ServiceCredential.HEADER, secret));
    return request;
  }

  /**
   * Sends a request; blocks the calling thread, which should be a virtual one.
   *
   * @throws ProblemException with 502, 503 or 504 while the service cannot answer
   */
  public <T> HttpResponse<T> send(
      HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
    try {
      return client.send(request.build(), handler);
    } catch (IOException e) {
      throw failed(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(new IOException("interrupted", e));
    }
  }

  /** What an answer is to the caller that tells of no mistake of the caller's. */
  public ProblemException refused(int status, URI asked) {
    LOG.warnf("%s answered %d to %s", service.name(), status, asked.getPath());
    return status == 503 ? unavailable() : broken("failed");
  }

  /** What it is to the caller that an answer does not come, or breaks off. */
  public ProblemException failed(IOException e) {
    if (e instanceof ConnectException
        || e instanceof HttpConnectTimeoutException
        || e.getCause() instanceof UnresolvedAddressException) {
      return unavailable();
    }
    if (e instanceof HttpTimeoutException) {
      return new ProblemException(
          Problem.of(504, "service-timeout", service.name() + " does not answer"), RETRY);
    }
    LOG.warnf("%s: %s", service.name(), e.toString());
    return broken("broke off or gave an answer that cannot be read");
  }

  private ProblemException unavailable() {
    return ProblemException.unavailable(
        "service-unavailable", service.name() + " cannot be reached now");
  }

  private ProblemException broken(String how) {
    return new ProblemException(
        Problem.of(502, "service-broken", service.name() + ' ' + how), RETRY);
  }
}

package dev.podium.gateway.route;

import dev.podium.kit.credential.ServiceCredential;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.http.HttpClient;

/** The services that the gateway itself asks. */
@ApplicationScoped
public class ServiceClients {

  private final HttpClient client;
  private final ServiceClient ingest;
  private final ServiceClient index;

  ServiceClients(RouteSettings settings, ServiceCredential credential) {
    client =
        HttpClient.newBuilder()
            .connectTimeout(settings.connectTimeout())
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    ingest =
        new ServiceClient(
            new Service("ingest-service", settings.ingestUrl(), credential.credential()),
            client,
            settings.idleTimeout());
    index =
        new ServiceClient(
            new Service("index-service", settings.indexUrl(), credential.credential()),
            client,
            settings.idleTimeout());
  }

  /** ingest-service, which has the archive. */
  public ServiceClient ingest() {
    return ingest;
  }

  /** index-service, which has the history. */
  public ServiceClient index() {
    return index;
  }

  @PreDestroy
  void close() {
    client.shutdownNow();
  }
}

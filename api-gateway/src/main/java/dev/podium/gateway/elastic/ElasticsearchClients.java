package dev.podium.gateway.elastic;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import dev.podium.contracts.event.EventJson;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.elasticsearch.client.RestClient;

/** The client reads documents as the events' JSON is read. */
class ElasticsearchClients {

  @Produces
  @Alternative
  @Priority(1)
  @Singleton
  ElasticsearchClient client(RestClient http) {
    return new ElasticsearchClient(
        new RestClientTransport(http, new JacksonJsonpMapper(EventJson.MAPPER)));
  }
}

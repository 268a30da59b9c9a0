package dev.podium.gateway.elastic;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.podium.contracts.event.EventJson;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.elasticsearch.client.RestClient;

/** The client reads documents as the events' JSON is read. */
class ElasticsearchClients {

  // A document is a part of an answer, so more may follow it.
  private static final JsonMapper DOCUMENTS =
      EventJson.MAPPER.rebuild().disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  @Produces
  @Alternative
  @Priority(1)
  @Singleton
  ElasticsearchClient client(RestClient http) {
    return new ElasticsearchClient(
        new RestClientTransport(http, new JacksonJsonpMapper(DOCUMENTS)));
  }
}

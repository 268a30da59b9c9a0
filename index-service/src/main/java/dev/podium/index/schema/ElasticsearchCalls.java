package dev.podium.index.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.podium.contracts.event.EventJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Optional;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.Response;
import org.elasticsearch.client.ResponseException;
import org.elasticsearch.client.RestClient;

/** Calls of Elasticsearch that are not of single documents. */
@ApplicationScoped
public class ElasticsearchCalls {

  private static final int NOT_FOUND = 404;

  private final RestClient client;

  ElasticsearchCalls(RestClient client) {
    this.client = client;
  }

  /**
   * Sends a request.
   *
   * @param body null for none
   * @return the answer; empty if what is asked for is not there
   * @throws SchemaException if Elasticsearch refuses or cannot be reached
   */
  public Optional<JsonNode> ask(String method, String path, JsonNode body) {
    try {
      return Optional.of(send(method, path, body));
    } catch (ResponseException e) {
      if (e.getResponse().getStatusLine().getStatusCode() == NOT_FOUND) {
        return Optional.empty();
      }
      throw new SchemaException("Elasticsearch: " + e.getMessage(), e);
    } catch (IOException e) {
      throw unreachable(e);
    }
  }

  /**
   * Sends a request for what has to be there.
   *
   * @throws SchemaException if it is not, or Elasticsearch refuses or cannot be reached
   */
  public JsonNode require(String method, String path, JsonNode body) {
    try {
      return send(method, path, body);
    } catch (ResponseException e) {
      throw new SchemaException("Elasticsearch: " + e.getMessage(), e);
    } catch (IOException e) {
      throw unreachable(e);
    }
  }

  /**
   * Searches: finds all or throws. What a shard or an answer leaves out would pass for not being
   * there.
   *
   * @param index its name; null where the body names a point in time
   * @return the answer, which has hits
   * @throws SchemaException if Elasticsearch refuses, cannot be reached or does not answer in full
   */
  public JsonNode search(String index, JsonNode body) {
    String path = (index == null ? "" : '/' + index) + "/_search";
    JsonNode answer = require("POST", path + "?allow_partial_search_results=false", body);
    if (!answer.at("/hits/hits").isArray()) {
      throw new SchemaException("Elasticsearch: the answer to a search has no hits");
    }
    return answer;
  }

  /**
   * Lets searches see all that is written.
   *
   * @param indices names or aliases, by comma
   * @throws SchemaException if Elasticsearch refuses or cannot be reached, or a shard has failed,
   *     which the status of the answer does not tell
   */
  public void refresh(String indices) {
    JsonNode shards = require("POST", '/' + indices + "/_refresh", null).path("_shards");
    if (shards.path("failed").asInt(-1) != 0) {
      throw new SchemaException(
          "Elasticsearch: not all of " + indices + " is refreshed: " + shards);
    }
  }

  private JsonNode send(String method, String path, JsonNode body) throws IOException {
    Request request = new Request(method, path);
    if (body != null) {
      request.setJsonEntity(body.toString());
    }
    Response response = client.performRequest(request);
    return EventJson.MAPPER.readTree(response.getEntity().getContent());
  }

  private static SchemaException unreachable(IOException e) {
    return new SchemaException("Elasticsearch cannot be reached: " + e.getMessage(), e);
  }
}

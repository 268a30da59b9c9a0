package dev.podium.gateway.elastic;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ErrorResponse;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.transport.Endpoint;
import co.elastic.clients.transport.endpoints.BinaryEndpoint;
import co.elastic.clients.transport.endpoints.BinaryResponse;
import java.io.IOException;

/** Searches whose answers stay the bytes that they are. */
final class StoredSearch {

  private static final Endpoint<SearchRequest, ?, ErrorResponse> TYPED = SearchRequest._ENDPOINT;
  private static final Endpoint<SearchRequest, BinaryResponse, ErrorResponse> SEARCH =
      new BinaryEndpoint<>(
          TYPED.id(),
          TYPED::method,
          TYPED::requestUrl,
          TYPED::pathParameters,
          TYPED::queryParameters,
          TYPED::headers,
          TYPED::body,
          null);

  /**
   * Searches.
   *
   * @throws UnreadableAnswerException if the answer is none
   */
  static <T> StoredHits<T> run(
      ElasticsearchClient client, SearchRequest request, StoredHits.Documents<T> documents)
      throws IOException {
    byte[] answer = answer(client, request);
    try {
      return StoredHits.read(answer, documents, client._jsonpMapper());
    } catch (IOException e) {
      throw new UnreadableAnswerException(e);
    }
  }

  private static byte[] answer(ElasticsearchClient client, SearchRequest request)
      throws IOException {
    try (BinaryResponse answer = client._transport().performRequest(request, SEARCH, null)) {
      return answer.content().readAllBytes();
    }
  }

  private StoredSearch() {}
}

package dev.podium.gateway.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The other forms that an answer has.
 *
 * @param byType media type to address
 */
public record Alternates(Map<String, String> byType) {

  /** None. */
  public static final Alternates NONE = new Alternates(Map.of());

  public Alternates {
    byType = new LinkedHashMap<>(byType);
  }

  /** The answer, which is another one for others who ask by {@code Accept}. */
  public static Response varying(Response answer) {
    return Response.fromResponse(answer).header(HttpHeaders.VARY, HttpHeaders.ACCEPT).build();
  }

  /** As a {@code Link} header (RFC 8288) has them. */
  public String link() {
    return byType.entrySet().stream()
        .map(one -> "<%s>; rel=\"alternate\"; type=\"%s\"".formatted(one.getValue(), one.getKey()))
        .collect(Collectors.joining(", "));
  }
}

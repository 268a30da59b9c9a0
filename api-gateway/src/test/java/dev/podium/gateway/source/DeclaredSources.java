package dev.podium.gateway.source;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The sources of the corpus as ingest-service answers them, and one that has nothing yet. */
public final class DeclaredSources {

  /** While this is asked for, ingest-service fails. */
  static volatile boolean failing;

  private static final List<String> IDS = List.of("corpus-fr", "corpus-zh", "empty");

  /** The answer to a request for sources, or empty where it is for something else. */
  public static Optional<String> answer(String path) {
    String id = path.equals("/v1/sources") ? "" : path.substring("/v1/sources/".length());
    if (failing && id.indexOf('/') < 0) {
      return Optional.of(http("500 Broken", "", "{}"));
    }
    if (id.isEmpty()) {
      String items = String.join(",", IDS.stream().map(DeclaredSources::source).toList());
      return Optional.of(http("200 OK", "", "{\"items\":[" + items + "]}"));
    }
    if (IDS.contains(id)) {
      return Optional.of(http("200 OK", "ETag: \"7\"\r\n", source(id)));
    }
    return switch (id) {
      case "corpus-en", "deleted" ->
          Optional.of(http("410 Gone", "", problem(410, "deleted-source", "it was deleted")));
      case "corpus-ru", "unknown" ->
          Optional.of(http("404 No", "", problem(404, "unknown-source", "there is none")));
      default -> Optional.empty();
    };
  }

  private static String source(String id) {
    return """
        {"id":"%s","name":"Source %s","organisation":"corpus","series":"regular","language":"fr",\
        "timeZone":"Europe/Paris","listings":[{"url":"https://corpus.example/list"}],\
        "fetched":false,"paused":false,"origin":"rest","overrides":true,"version":7,\
        "changedBy":"203.0.113.9"}"""
        .formatted(id, id);
  }

  private static String problem(int status, String code, String detail) {
    return "{\"type\":\"about:blank\",\"title\":\"No\",\"status\":%d,\"code\":\"%s\",\"detail\":\"%s\"}"
        .formatted(status, code, detail);
  }

  private static String http(String status, String headers, String body) {
    return "HTTP/1.1 %s\r\nContent-Type: application/json\r\n%sContent-Length: %d\r\nConnection: close\r\n\r\n%s"
        .formatted(status, headers, body.getBytes(StandardCharsets.UTF_8).length, body);
  }

  private DeclaredSources() {}
}

package dev.podium.local.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.podium.contracts.identity.CanonicalUrl;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** Which source an address belongs to, by the link rules of all. */
final class SourceRules {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final List<Rule> rules = new ArrayList<>();

  private SourceRules() {}

  /**
   * Asks the gateway.
   *
   * @throws IOException if it does not answer with its sources
   */
  static SourceRules ask(HttpClient client, URI gateway) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(gateway.resolve("/v1/sources")).timeout(PATIENCE).build();
    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException("GET /v1/sources answers HTTP " + response.statusCode());
    }
    return read(response.body());
  }

  static SourceRules read(String json) throws JsonProcessingException {
    SourceRules all = new SourceRules();
    for (JsonNode source : JSON.readTree(json).path("items")) {
      JsonNode links = source.path("links");
      all.rules.add(
          new Rule(
              source.path("id").asText(),
              patterns(links.path("include")),
              patterns(links.path("exclude"))));
    }
    return all;
  }

  private static List<Pattern> patterns(JsonNode texts) {
    return StreamSupport.stream(texts.spliterator(), false)
        .map(text -> Pattern.compile(text.asText()))
        .toList();
  }

  boolean knows(String source) {
    return rules.stream().anyMatch(rule -> rule.source().equals(source));
  }

  /**
   * The sources whose link rules take an address.
   *
   * @throws IllegalArgumentException if it is none
   */
  List<String> of(String address) {
    String url = CanonicalUrl.of(address);
    return rules.stream().filter(rule -> rule.takes(url)).map(Rule::source).toList();
  }

  private record Rule(String source, List<Pattern> include, List<Pattern> exclude) {

    boolean takes(String url) {
      return include.stream().anyMatch(pattern -> pattern.matcher(url).find())
          && exclude.stream().noneMatch(pattern -> pattern.matcher(url).find());
    }
  }
}

package dev.podium.gateway.http;

import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses what has several forms to those who accept none of them, where the server itself would
 * answer with any.
 */
class Acceptable {

  private static final Map<Pattern, List<MediaType>> FORMS =
      Map.of(
          Pattern.compile("/?v1/briefings/[a-z2-7]{16}"),
              types(
                  "application/json",
                  "text/html",
                  "text/markdown",
                  "application/akn+xml",
                  "application/xml"),
          Pattern.compile("/?v1/exchanges/[a-z2-7]{16}"),
              types(
                  "application/json",
                  "application/x-bibtex",
                  "application/vnd.citationstyles.csl+json"));

  private static List<MediaType> types(String... names) {
    return Stream.of(names).map(MediaType::valueOf).toList();
  }

  @ServerRequestFilter
  void check(ContainerRequestContext request) {
    String path = request.getUriInfo().getPath();
    List<MediaType> accepted = request.getAcceptableMediaTypes();
    for (Map.Entry<Pattern, List<MediaType>> one : FORMS.entrySet()) {
      if (one.getKey().matcher(path).matches()
          && one.getValue().stream()
              .noneMatch(type -> accepted.stream().anyMatch(type::isCompatible))) {
        throw new NotAcceptableException();
      }
    }
  }
}

package dev.podium.gateway.http;

import io.smallrye.config.ConfigMapping;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/** Writes addresses of this gateway as its callers reach it. */
@ApplicationScoped
public class PublicAddress {

  private final Optional<String> configured;

  PublicAddress(Settings settings) {
    configured = settings.publicUrl().map(URI::toString).map(PublicAddress::withoutSlash);
  }

  /** Where the gateway is. */
  @ConfigMapping(prefix = "gateway")
  interface Settings {

    /**
     * The address under which callers reach the gateway, for example {@code https://api.example};
     * without it, the one that the request was sent to.
     */
    Optional<URI> publicUrl();
  }

  /** The beginning of every address, without a slash at the end. */
  public String base(URI request) {
    return configured.orElse(request.getScheme() + "://" + request.getRawAuthority());
  }

  /** The beginning of every address, without a slash at the end. */
  public String base(HttpServerRequest request) {
    return configured.orElseGet(() -> request.scheme() + "://" + request.authority());
  }

  /** The address of a list, with these parameters. */
  public String of(UriInfo request, Map<String, List<String>> parameters) {
    return of(request, request.getRequestUri().getRawPath(), parameters);
  }

  /** The address of another list, with these parameters. */
  public String of(UriInfo request, String path, Map<String, List<String>> parameters) {
    String query = parameters.isEmpty() ? "" : '?' + query(parameters);
    return base(request.getRequestUri()) + path + query;
  }

  /** The parameters as the part of an address behind the question mark. */
  public static String query(Map<String, List<String>> parameters) {
    StringJoiner query = new StringJoiner("&");
    parameters.forEach(
        (name, values) -> values.forEach(value -> query.add(encode(name) + '=' + encode(value))));
    return query.toString();
  }

  private static String withoutSlash(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

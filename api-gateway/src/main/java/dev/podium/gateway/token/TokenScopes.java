package dev.podium.gateway.token;

import dev.podium.gateway.access.Scope;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads what a token allows.
 *
 * @param claim with slashes where it is within others
 * @param prefix what stands before each scope, or empty
 */
record TokenScopes(String claim, String prefix) {

  /** The highest scope, or empty where the token has none of ours. */
  Optional<Scope> of(Map<String, Object> claims) {
    Object value = claims;
    for (String name : List.of(claim.split("/"))) {
      value = value instanceof Map<?, ?> map ? map.get(name) : null;
    }
    return words(value)
        .filter(word -> word.startsWith(prefix))
        .flatMap(word -> Scope.of(word.substring(prefix.length())).stream())
        .max(Comparator.naturalOrder());
  }

  private static Stream<String> words(Object value) {
    return switch (value) {
      case String text -> Stream.of(text.split(" +"));
      case Collection<?> list ->
          list.stream().filter(String.class::isInstance).map(String.class::cast);
      case null, default -> Stream.empty();
    };
  }
}

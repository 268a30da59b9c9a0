package dev.podium.parse.registry;

import dev.podium.parse.yaml.Declaration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the persons of registries' files. */
final class PersonReader {

  private static final Set<String> KEYS =
      Set.of("id", "organisation", "role", "posts", "names", "short", "gender", "since", "until");
  private static final Set<String> ORGANISATION_KEYS = Set.of("id", "role");

  /** What those of an organisation are who have no role of their own. */
  private final Map<String, Names> roles = new HashMap<>();

  PersonReader(List<Declaration> files) {
    for (Declaration file : files) {
      for (Declaration organisation : file.mappings("organisations")) {
        organisation.onlyKeys(ORGANISATION_KEYS);
        roles.put(organisation.required("id"), Names.read(organisation.mapping("role")));
      }
    }
  }

  Person read(Declaration declaration) {
    declaration.onlyKeys(KEYS);
    Map<String, Names> posts = new LinkedHashMap<>();
    Declaration several = declaration.mapping("posts");
    for (String organisation : several.keys()) {
      posts.put(organisation, role(organisation, several.mapping(organisation)));
    }
    if (posts.isEmpty()) {
      String organisation = declaration.required("organisation");
      posts.put(organisation, role(organisation, declaration.mapping("role")));
    }
    return new Person(
        declaration.required("id"),
        posts,
        Names.read(declaration.mapping("names")),
        declaration.list("short", String::strip),
        declaration.optional("gender", PersonReader::gender),
        declaration.optional("since", PersonReader::year),
        declaration.optional("until", PersonReader::year));
  }

  private static Person.Gender gender(String text) {
    return switch (text) {
      case "m" -> Person.Gender.MAN;
      case "f" -> Person.Gender.WOMAN;
      default -> throw new IllegalArgumentException('"' + text + "\" is neither m nor f");
    };
  }

  private static Integer year(String text) {
    if (!text.matches("\\d{4}")) {
      throw new IllegalArgumentException('"' + text + "\" is no year");
    }
    return Integer.valueOf(text);
  }

  private Names role(String organisation, Declaration declared) {
    Names own = Names.read(declared);
    Names usual = roles.get(organisation);
    return usual == null ? own : own.or(usual);
  }
}

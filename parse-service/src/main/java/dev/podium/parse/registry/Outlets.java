package dev.podium.parse.registry;

import dev.podium.contracts.briefing.Exchange;
import dev.podium.parse.yaml.Declaration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The news outlets that are known, by whatever name a page gives them. */
public final class Outlets {

  private static final Set<String> KEYS = Set.of("id", "names");

  private final Map<String, Outlet> byName = new HashMap<>();

  private record Outlet(String id, Names names) {}

  /**
   * Reads the registries' files.
   *
   * @throws dev.podium.parse.yaml.InvalidDeclarationException if one is wrong, or a name stands for
   *     two outlets
   */
  public static Outlets read(List<Declaration> files) {
    Outlets outlets = new Outlets();
    for (Declaration file : files) {
      file.mappings("outlets").forEach(outlets::add);
    }
    return outlets;
  }

  private void add(Declaration declaration) {
    declaration.onlyKeys(KEYS);
    Outlet outlet =
        new Outlet(declaration.required("id"), Names.read(declaration.mapping("names")));
    for (List<String> names : outlet.names().byLanguage().values()) {
      for (String name : names) {
        Outlet other = byName.put(key(name), outlet);
        if (other != null && !other.id().equals(outlet.id())) {
          throw declaration.error(
              "names", name + " stands for both " + other.id() + " and " + outlet.id());
        }
      }
    }
  }

  /** Whether the registry has it. */
  public boolean knows(String name) {
    return byName.containsKey(key(name));
  }

  /** The outlet with its name in a language; with a null id, as printed, if it is unknown. */
  public Exchange.Outlet find(String name, String language) {
    Outlet outlet = byName.get(key(name));
    if (outlet == null) {
      return new Exchange.Outlet(null, name);
    }
    String known = outlet.names().in(language);
    return new Exchange.Outlet(outlet.id(), known != null ? known : name);
  }

  /** Letters and digits only: title marks, quotes and capitals do not make another outlet. */
  private static String key(String name) {
    StringBuilder key = new StringBuilder(name.length());
    name.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(key::appendCodePoint);
    return key.toString();
  }
}

package dev.podium.parse.registry;

import dev.podium.contracts.briefing.Exchange;
import dev.podium.parse.yaml.Declaration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The news outlets that are known, by whatever name a page gives them. */
public final class Outlets {

  private static final Set<String> KEYS = Set.of("id", "names");

  private final Affixes words;
  private final Map<String, Outlet> byName = new HashMap<>();

  private record Outlet(String id, Names names) {}

  private Outlets(Affixes words) {
    this.words = words;
  }

  /**
   * Reads the registries' files.
   *
   * @throws dev.podium.parse.yaml.InvalidDeclarationException if one is wrong, or a name stands for
   *     two outlets
   */
  public static Outlets read(List<Declaration> files) {
    Outlets outlets = new Outlets(Affixes.read(files, List.of("outletWords")));
    for (Declaration file : files) {
      file.mappings("outlets").forEach(outlets::add);
    }
    return outlets;
  }

  private void add(Declaration declaration) {
    declaration.onlyKeys(KEYS);
    Outlet outlet =
        new Outlet(declaration.required("id"), Names.read(declaration.mapping("names")));
    for (String name : outlet.names().all().toList()) {
      Outlet other = byName.put(Folding.key(name), outlet);
      if (other != null && !other.id().equals(outlet.id())) {
        throw declaration.error(
            "names", name + " stands for both " + other.id() + " and " + outlet.id());
      }
    }
  }

  /** Whether the registry has it. */
  public boolean knows(String name) {
    return outlet(name) != null;
  }

  /** The outlet with its name in a language; with a null id, as printed, if it is unknown. */
  public Exchange.Outlet find(String name, String language) {
    Outlet outlet = outlet(name);
    if (outlet == null) {
      return new Exchange.Outlet(null, name);
    }
    String known = outlet.names().in(language);
    return new Exchange.Outlet(outlet.id(), known != null ? known : name);
  }

  /** By the whole name, else by what is left without articles and words that many outlets have. */
  private Outlet outlet(String name) {
    for (String form : words.shortened(Folding.words(name))) {
      Outlet outlet = byName.get(Folding.joined(form));
      if (outlet != null) {
        return outlet;
      }
    }
    return null;
  }
}

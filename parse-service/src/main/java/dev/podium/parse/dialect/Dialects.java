package dev.podium.parse.dialect;

import dev.podium.parse.yaml.Declaration;
import dev.podium.parse.yaml.InvalidDeclarationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All dialects, by id. */
public final class Dialects {

  /** The one for publishers that nobody described. */
  public static final String GENERIC = "generic";

  private final Map<String, Dialect> byId = new LinkedHashMap<>();

  private Dialects() {}

  /**
   * Reads the dialects' files; a later one replaces an earlier one of the same id.
   *
   * @throws InvalidDeclarationException if one is wrong, or the generic one is missing
   */
  public static Dialects read(List<Declaration> files) {
    Dialects dialects = new Dialects();
    for (Declaration file : files) {
      Dialect dialect = DialectReader.read(file);
      dialects.byId.put(dialect.id(), dialect);
    }
    if (!dialects.byId.containsKey(GENERIC)) {
      throw new InvalidDeclarationException("there is no dialect " + GENERIC);
    }
    Dialect common = dialects.generic();
    dialects.byId.replaceAll((id, own) -> own.generic() ? own : own.with(common));
    return dialects;
  }

  /** The dialect of this id, or null. */
  public Dialect find(String id) {
    return id == null ? null : byId.get(id);
  }

  public Dialect generic() {
    return byId.get(GENERIC);
  }

  /** The ids in the order of their files. */
  public List<String> ids() {
    return List.copyOf(byId.keySet());
  }
}

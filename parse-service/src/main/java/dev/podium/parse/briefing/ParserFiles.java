package dev.podium.parse.briefing;

import dev.podium.parse.dialect.Dialects;
import dev.podium.parse.registry.Outlets;
import dev.podium.parse.registry.Spokespersons;
import dev.podium.parse.yaml.Declaration;
import dev.podium.parse.yaml.YamlFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Builds a parser from the shipped files and those of optional folders. */
public final class ParserFiles {

  private static final List<String> DIALECTS =
      List.of(
          "generic",
          "mfa-cn-zh",
          "mfa-cn-fr",
          "mfa-cn-en",
          "mfa-cn-es",
          "mfa-cn-ru",
          "mfa-cn-ar",
          "white-house-en",
          "us-state-en",
          "fr-meae-fr",
          "de-bund-de",
          "in-mea-en",
          "jp-mofa-ja",
          "mx-presidency-es",
          "qc-premier-fr",
          "un-noon-en");
  private static final List<String> REGISTRIES = List.of("spokespersons", "outlets");
  private static final Set<String> REGISTRY_KEYS =
      Set.of(
          "spokespersons",
          "organisations",
          "titles",
          "titlesOfMen",
          "titlesOfWomen",
          "outlets",
          "outletWords");

  /**
   * Reads all files.
   *
   * @param dialectsFolder of further dialects, or null
   * @param registriesFolder of further registries, or null
   * @throws dev.podium.parse.yaml.InvalidDeclarationException naming file, line and key of what is
   *     wrong
   */
  public static BriefingParser read(Path dialectsFolder, Path registriesFolder) {
    return parser(dialects(dialectsFolder), registriesFolder);
  }

  /** A parser of these dialects. */
  public static BriefingParser parser(Dialects dialects, Path registriesFolder) {
    List<Declaration> registries =
        all(YamlFiles.shipped("registries", REGISTRIES), registriesFolder);
    registries.forEach(file -> file.onlyKeys(REGISTRY_KEYS));
    return new BriefingParser(dialects, Outlets.read(registries), Spokespersons.read(registries));
  }

  /** The dialects alone. */
  public static Dialects dialects(Path folder) {
    return Dialects.read(all(YamlFiles.shipped("dialects", DIALECTS), folder));
  }

  private static List<Declaration> all(List<Declaration> shipped, Path folder) {
    List<Declaration> all = new ArrayList<>(shipped);
    all.addAll(YamlFiles.in(folder));
    return all;
  }

  private ParserFiles() {}
}

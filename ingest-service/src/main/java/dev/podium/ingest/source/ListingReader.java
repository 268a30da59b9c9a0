package dev.podium.ingest.source;

import dev.podium.ingest.source.Source.Paging;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Reads a listing of a source file. Each way of paging has its keys. */
final class ListingReader {

  private static final String FIRST = "first";
  private static final Map<String, Set<String>> KEYS =
      Map.of(
          "none", SourceReader.inOrder("url", "paging"),
          "suffix", SourceReader.inOrder("url", "paging", "file"),
          "query", SourceReader.inOrder("url", "paging", "parameter", FIRST, "step"),
          "path", SourceReader.inOrder("url", "paging", "form", FIRST));

  static Source.Listing listing(YamlMapping yaml) {
    String code = yaml.optional("paging", "none", ListingReader::code);
    yaml.onlyKeys(KEYS.get(code == null ? "none" : code));
    return new Source.Listing(
        yaml.required("url", SourceValues::address), code == null ? null : paging(code, yaml));
  }

  private static Paging paging(String code, YamlMapping yaml) {
    return switch (code) {
      case "suffix" -> new Paging.Suffix(yaml.optional("file", null, SourceValues::fileName));
      case "query" ->
          new Paging.Query(
              yaml.optional("parameter", "page", SourceValues::parameter),
              number(yaml, FIRST, SourceValues::number),
              number(yaml, "step", SourceValues::positiveNumber));
      case "path" ->
          new Paging.Path(
              yaml.optional("form", "page/" + Paging.Path.NUMBER + "/", SourceValues::numberedPath),
              number(yaml, FIRST, SourceValues::number));
      default -> new Paging.None();
    };
  }

  /** A wrong number is noted as a problem, and then the source is not taken. */
  private static int number(YamlMapping yaml, String key, Function<String, Integer> reader) {
    Integer number = yaml.optional(key, 1, reader);
    return number == null ? 1 : number;
  }

  private static String code(String text) {
    if (!KEYS.containsKey(text)) {
      throw new IllegalArgumentException('"' + text + "\" is not one of none, path, query, suffix");
    }
    return text;
  }

  private ListingReader() {}
}

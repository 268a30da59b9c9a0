package dev.podium.gateway.citation;

import java.util.Map;
import java.util.stream.Collectors;

/** Writes citations as BibTeX, in UTF-8, for BibTeX and BibLaTeX alike. */
final class BibTex {

  private static final Map<Integer, String> SPECIAL =
      Map.of(
          (int) '\\', "\\textbackslash{}",
          // BibTeX counts braces also behind a backslash.
          (int) '{', "\\textbraceleft{}",
          (int) '}', "\\textbraceright{}",
          (int) '$', "\\$",
          (int) '&', "\\&",
          (int) '#', "\\#",
          (int) '_', "\\_",
          (int) '%', "\\%",
          (int) '^', "\\textasciicircum{}",
          (int) '~', "\\textasciitilde{}");

  private BibTex() {}

  static String write(Citation citation) {
    StringBuilder entry = new StringBuilder("@misc{").append(key(citation)).append(",\n");
    // In braces of its own a name is no first and last name.
    field(
        entry,
        "author",
        citation.authors().stream()
            .map(name -> '{' + escaped(name) + '}')
            .collect(Collectors.joining(" and ")));
    field(entry, "title", '{' + escaped(citation.title()) + '}');
    if (citation.day() != null) {
      field(entry, "date", citation.day().toString());
      field(entry, "year", Integer.toString(citation.day().getYear()));
      field(entry, "month", Integer.toString(citation.day().getMonthValue()));
    }
    field(entry, "organization", escaped(citation.publisher()));
    field(entry, "url", address(citation.url()));
    field(entry, "urldate", citation.accessed().toString());
    field(entry, "language", escaped(citation.language()));
    field(entry, "note", escaped(citation.note()));
    return entry.append("}\n").toString();
  }

  private static String key(Citation citation) {
    String year = citation.day() == null ? "" : Integer.toString(citation.day().getYear());
    return citation.publisher().replaceAll("[^A-Za-z0-9]", "") + year + '-' + citation.id();
  }

  private static void field(StringBuilder entry, String name, String value) {
    entry.append("  ").append(name).append(" = {").append(value).append("},\n");
  }

  private static String escaped(String text) {
    return text.replaceAll("[\\p{Cntrl}\\s]+", " ")
        .codePoints()
        .mapToObj(c -> SPECIAL.getOrDefault(c, Character.toString(c)))
        .collect(Collectors.joining());
  }

  // Taken as it stands, so that what would end it is written as addresses write it.
  private static String address(String url) {
    return url.replace("\\", "%5C").replace("{", "%7B").replace("}", "%7D");
  }
}

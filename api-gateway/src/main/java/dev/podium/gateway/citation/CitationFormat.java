package dev.podium.gateway.citation;

import dev.podium.gateway.parameter.QueryParameter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The formats in which an exchange is cited. */
public enum CitationFormat {
  BIBTEX("bibtex", CitationFormat.BIBTEX_TYPE),
  CSL("csl", CitationFormat.CSL_TYPE);

  /** The media type of BibTeX. */
  public static final String BIBTEX_TYPE = "application/x-bibtex";

  /** The media type of the Citation Style Language's JSON. */
  public static final String CSL_TYPE = "application/vnd.citationstyles.csl+json";

  private static final String JSON = "json";

  /** Which form of an exchange is wanted. */
  public static final QueryParameter FORMAT =
      QueryParameter.choice(
          "format",
          List.of(JSON, "bibtex", "csl"),
          "The exchange itself, or how to cite it: as BibTeX, or as CSL-JSON for Zotero and others.");

  private final String code;
  private final String type;

  CitationFormat(String code, String type) {
    this.code = code;
    this.type = type;
  }

  /** The format of that name; empty for the exchange itself. */
  public static Optional<CitationFormat> of(String code) {
    return Arrays.stream(values()).filter(format -> format.code.equals(code)).findFirst();
  }

  /** The word in queries. */
  public String code() {
    return code;
  }

  /** The media type. */
  public String type() {
    return type;
  }
}

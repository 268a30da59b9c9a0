package dev.podium.gateway.export;

import static dev.podium.gateway.parameter.QueryParameter.choice;
import static dev.podium.gateway.parameter.QueryParameter.one;

import dev.podium.gateway.offset.OffsetParameters;
import dev.podium.gateway.parameter.QueryParameter;
import dev.podium.gateway.parameter.QueryParameter.Form;
import dev.podium.gateway.search.ExchangeParameters;
import java.util.List;
import java.util.stream.Stream;

/** The parameters of an export: those that decide what a search finds, its order, and the form. */
public final class ExportParameters {

  static final QueryParameter SORT =
      choice(
          ExchangeParameters.SORT.name(),
          List.of("newest", "oldest", "relevance"),
          "The order; newest first unless asked.");
  static final QueryParameter BOM =
      one(
          "bom",
          Form.BOOLEAN,
          "Whether the file begins with a byte order mark, by which some spreadsheets know UTF-8.",
          "true");
  static final QueryParameter FORMULAS =
      choice(
          "formulas",
          List.of("quoted", "raw"),
          "Whether texts that a spreadsheet would run as a formula, because they begin with =, +, -,"
              + " @ or a tab, get a leading apostrophe, or are left as they are, for programs.");

  private static final List<QueryParameter> PLAIN =
      Stream.concat(ExchangeParameters.DECIDING.stream(), Stream.of(SORT)).toList();

  /** Those of NDJSON, in the order in which they are told. */
  public static final List<QueryParameter> NDJSON =
      Stream.concat(PLAIN.stream(), Stream.of(OffsetParameters.OFFSETS)).toList();

  /** Those of CSV, in the order in which they are told. */
  public static final List<QueryParameter> CSV =
      Stream.concat(PLAIN.stream(), Stream.of(BOM, FORMULAS)).toList();

  private ExportParameters() {}
}

package dev.podium.gateway.search;

import static dev.podium.gateway.parameter.QueryParameter.choice;
import static dev.podium.gateway.parameter.QueryParameter.choices;
import static dev.podium.gateway.parameter.QueryParameter.many;
import static dev.podium.gateway.parameter.QueryParameter.one;

import dev.podium.gateway.list.Days;
import dev.podium.gateway.list.Paging;
import dev.podium.gateway.offset.OffsetParameters;
import dev.podium.gateway.parameter.QueryParameter;
import dev.podium.gateway.parameter.QueryParameter.Form;
import java.util.List;
import java.util.stream.Stream;

/** The parameters of a search for exchanges. */
public final class ExchangeParameters {

  static final QueryParameter Q =
      one(
          "q",
          Form.TEXT,
          "What to look for: words, all of which must be there, \"phrases\", AND, OR, NOT or a"
              + " leading minus, (parentheses), prefix*, and question:, answer:, asker:,"
              + " spokesperson: before any of them. Near each other, in any order and in the same"
              + " question or answer: one NEAR/5 other has at most five words between, in Chinese"
              + " and Japanese characters; each side is a word, a quotation, a prefix* or"
              + " (several OR others), and beside quotations and prefixes words are meant as written."
              + " \"some words\"~5 has at most five others among these."
              + " Case, accents and width do not matter.",
          "corée \"armes nucléaires\" -asker:AFP");
  static final QueryParameter LANGUAGE =
      many("language", "Language of the briefing, BCP 47; zh includes zh-Hant.", "fr");
  static final QueryParameter SOURCE = many("source", "Id of the source.", "mfa-cn-fr");
  static final QueryParameter ORGANISATION =
      many("organisation", "Id of the publisher, shared by its sources.", "mfa-cn");
  static final QueryParameter SERIES =
      many("series", "Id of the series within the organisation.", "regular");
  static final QueryParameter OCCASION =
      many(
          "occasion",
          "The same briefing in all its languages and mirrors.",
          "mfa-cn:regular:2017-03-01");
  static final QueryParameter SPOKESPERSON =
      many("spokesperson", "Id of the person who answered.", "geng-shuang");
  static final QueryParameter OUTLET = many("outlet", "Id of the news outlet that asked.", "afp");
  static final QueryParameter ASKER = many("asker", "Who asked, exactly as printed.", "AFP");
  static final QueryParameter KIND =
      choices("kind", List.of("question", "statement"), "Whether the podium was asked.");
  static final QueryParameter ANSWERED =
      choices(
          "answered",
          List.of("here", "elsewhere", "no"),
          "Where a question's answer stands: with it, with another question, or nowhere.");
  static final QueryParameter FOLLOW_UP =
      one("followUp", Form.BOOLEAN, "Whether the question follows up another one.", "true");
  static final QueryParameter STATUS =
      choices(
          "status",
          List.of("live", "withdrawn", "reworded"),
          "Whether the publisher still has it; live alone unless asked.");
  static final QueryParameter FROM = Days.FROM;
  static final QueryParameter TO = Days.TO;
  static final QueryParameter DATED = Days.DATED;

  /** The order. */
  public static final QueryParameter SORT =
      choice(
          "sort",
          List.of("relevance", "newest", "oldest"),
          "The order: relevance with a search, newest without one.");

  static final QueryParameter FACETS =
      choices(
          "facets",
          ExchangeFacets.names(),
          "Filters of which the values and their counts are wanted, the 100 most frequent of each."
              + " Counts are approximate: those of spokesperson miss who is seldom named.");
  static final QueryParameter INTERVAL =
      choice(
          "interval",
          List.of("month", "day", "week", "quarter", "year"),
          "Length of the timeline's intervals; without it there is no timeline.");

  /** Those that decide which exchanges there are. */
  public static final List<QueryParameter> DECIDING =
      List.of(
          Q,
          LANGUAGE,
          SOURCE,
          ORGANISATION,
          SERIES,
          OCCASION,
          SPOKESPERSON,
          OUTLET,
          ASKER,
          KIND,
          ANSWERED,
          FOLLOW_UP,
          STATUS,
          FROM,
          TO,
          DATED);

  /** All of them, in the order in which they are told. */
  public static final List<QueryParameter> ALL =
      Stream.concat(
              DECIDING.stream(),
              Stream.of(
                  SORT,
                  Paging.SIZE,
                  Paging.CURSOR,
                  Paging.COUNT,
                  FACETS,
                  INTERVAL,
                  OffsetParameters.OFFSETS))
          .toList();

  /** Those of the exchanges that are similar to one, in the order in which they are told. */
  public static final List<QueryParameter> SIMILAR =
      Stream.concat(Paging.PARAMETERS.stream(), Stream.of(OffsetParameters.OFFSETS)).toList();

  /** Those of a list of who asks or answers, in the order in which they are told. */
  public static final List<QueryParameter> WHO =
      Stream.concat(DECIDING.stream(), Stream.of(Paging.SIZE, Paging.CURSOR)).toList();

  private ExchangeParameters() {}
}

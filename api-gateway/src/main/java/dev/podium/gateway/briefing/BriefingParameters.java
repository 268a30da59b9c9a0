package dev.podium.gateway.briefing;

import static dev.podium.gateway.parameter.QueryParameter.choice;
import static dev.podium.gateway.parameter.QueryParameter.choices;
import static dev.podium.gateway.parameter.QueryParameter.many;
import static dev.podium.gateway.parameter.QueryParameter.one;

import dev.podium.gateway.list.Days;
import dev.podium.gateway.list.Paging;
import dev.podium.gateway.parameter.QueryParameter;
import dev.podium.gateway.parameter.QueryParameter.Form;
import java.util.List;
import java.util.stream.Stream;

/** The parameters of a list of briefings. */
public final class BriefingParameters {

  static final QueryParameter Q =
      one(
          "q",
          Form.TEXT,
          "Words of the title, all of which must be there. Case, accents and width do not matter;"
              + " what was said is searched at /v1/exchanges.",
          "conference coree");
  static final QueryParameter URL =
      one(
          "url",
          Form.ADDRESS,
          "Address of the page, in any of its spellings.",
          "https://www.fmprc.gov.cn/fra/xwfw/fyrth/lxjzzdh/t1442596.shtml");
  static final QueryParameter OCCASION =
      many(
          "occasion",
          "The same briefing in all its languages and mirrors.",
          "mfa-cn:regular:2017-03-01");
  static final QueryParameter LANGUAGE =
      many("language", "Language of the briefing, BCP 47; zh includes zh-Hant.", "fr");
  static final QueryParameter SOURCE = many("source", "Id of the source.", "mfa-cn-fr");
  static final QueryParameter ORGANISATION =
      many("organisation", "Id of the publisher, shared by its sources.", "mfa-cn");
  static final QueryParameter SERIES =
      many("series", "Id of the series within the organisation.", "regular");
  static final QueryParameter SPOKESPERSON =
      many("spokesperson", "Id of a person who held the briefing.", "geng-shuang");
  static final QueryParameter STATE =
      choices("state", List.of("present", "gone"), "Whether the page is still there.");
  static final QueryParameter FROM = Days.FROM;
  static final QueryParameter TO = Days.TO;
  static final QueryParameter DATED = Days.DATED;
  static final QueryParameter SORT =
      choice("sort", List.of("newest", "oldest"), "The order; newest first unless asked.");

  /** Those that decide which briefings there are. */
  static final List<QueryParameter> DECIDING =
      List.of(
          Q,
          URL,
          OCCASION,
          LANGUAGE,
          SOURCE,
          ORGANISATION,
          SERIES,
          SPOKESPERSON,
          STATE,
          FROM,
          TO,
          DATED);

  /** All of them, in the order in which they are told. */
  public static final List<QueryParameter> ALL =
      Stream.concat(DECIDING.stream(), Stream.of(SORT, Paging.SIZE, Paging.CURSOR, Paging.COUNT))
          .toList();

  private BriefingParameters() {}
}

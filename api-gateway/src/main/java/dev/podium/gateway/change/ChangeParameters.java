package dev.podium.gateway.change;

import static dev.podium.gateway.parameter.QueryParameter.choices;
import static dev.podium.gateway.parameter.QueryParameter.many;
import static dev.podium.gateway.parameter.QueryParameter.one;

import dev.podium.contracts.change.Change;
import dev.podium.gateway.list.Days;
import dev.podium.gateway.list.Paging;
import dev.podium.gateway.offset.OffsetParameters;
import dev.podium.gateway.parameter.QueryParameter;
import dev.podium.gateway.parameter.QueryParameter.Form;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The parameters of what follows the changes. */
public final class ChangeParameters {

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
      many("spokesperson", "Id of the person who answered, before or after.", "geng-shuang");
  static final QueryParameter OUTLET =
      many("outlet", "Id of the news outlet that asked, before or after.", "afp");
  static final QueryParameter ASKER =
      many("asker", "Who asked, exactly as printed, before or after.", "AFP");
  static final QueryParameter ANSWERED =
      choices(
          "answered",
          List.of("here", "elsewhere", "no"),
          "Where the question's answer stands, before or after: with it, with another question, or"
              + " nowhere.");
  static final QueryParameter FOLLOW_UP =
      one(
          "followUp",
          Form.BOOLEAN,
          "Whether the question follows up another one, before or after.",
          "true");
  static final QueryParameter FROM = Days.FROM;
  static final QueryParameter TO = Days.TO;
  static final QueryParameter DATED = Days.DATED;
  static final QueryParameter BRIEFING = many("briefing", "Id of the briefing.", null);
  static final QueryParameter EXCHANGE =
      many(
          "exchange",
          "Id of the exchange, also the one that it had before it was put in other words.",
          null);
  static final QueryParameter KIND =
      choices(
          "kind",
          Arrays.stream(Change.Kind.values()).map(Change.Kind::code).toList(),
          "What happened.");
  static final QueryParameter CAUSE =
      choices(
          "cause",
          List.of("source", "parser", "backfill"),
          "Why: the publisher did something, a better parser read the page again, or old pages were"
              + " imported. What publishers did alone unless asked.");

  /** The position in the stream. */
  public static final QueryParameter AFTER =
      one(
          "after",
          Form.TEXT,
          "Where to go on in the stream: the id of the last event that was seen, which is the next"
              + " offset of each partition.",
          "0:17,1:9,2:0,3:4,4:12,5:3");

  static final QueryParameter SINCE =
      one(
          "since",
          Form.TIME,
          "The changes that were recorded at that time or later, such as 2026-03-01T08:30:00Z or a"
              + " day in UTC; those of the last 24 hours unless told.",
          "2026-03-01T08:30:00Z");

  /** The filters. */
  public static final List<QueryParameter> FILTERS =
      List.of(
          LANGUAGE,
          SOURCE,
          ORGANISATION,
          SERIES,
          OCCASION,
          SPOKESPERSON,
          OUTLET,
          ASKER,
          ANSWERED,
          FOLLOW_UP,
          FROM,
          TO,
          DATED,
          BRIEFING,
          EXCHANGE,
          KIND,
          CAUSE);

  /** Those of the stream, in the order in which they are told. */
  public static final List<QueryParameter> STREAM =
      Stream.concat(FILTERS.stream(), Stream.of(AFTER, OffsetParameters.OFFSETS)).toList();

  /** Those that decide which changes there are in the list. */
  static final List<QueryParameter> DECIDING =
      Stream.concat(FILTERS.stream(), Stream.of(SINCE)).toList();

  /** Those of the list, in the order in which they are told. */
  public static final List<QueryParameter> LIST =
      Stream.concat(
              DECIDING.stream(),
              Stream.of(
                  AFTER, Paging.size(ChangeLists.MOST), Paging.CURSOR, OffsetParameters.OFFSETS))
          .toList();

  private ChangeParameters() {}
}

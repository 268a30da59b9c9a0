package dev.podium.gateway.openapi;

import static dev.podium.gateway.openapi.OperationAnswer.ARCHIVE_FAILS;
import static dev.podium.gateway.openapi.OperationAnswer.ARCHIVE_SILENT;
import static dev.podium.gateway.openapi.OperationAnswer.ERASED;
import static dev.podium.gateway.openapi.OperationAnswer.NO_DATABASE;
import static dev.podium.gateway.openapi.OperationAnswer.NO_INDEX;
import static dev.podium.gateway.openapi.OperationAnswer.OF_OFFSETS;
import static dev.podium.gateway.openapi.OperationAnswer.UNCHANGED;
import static dev.podium.gateway.openapi.OperationAnswer.WRONG_PARAMETERS;
import static dev.podium.gateway.openapi.OperationAnswer.WRONG_REQUEST;
import static dev.podium.gateway.openapi.OperationAnswer.answer;

import dev.podium.gateway.alert.AlertsResource;
import dev.podium.gateway.briefing.BriefingParameters;
import dev.podium.gateway.change.ChangeParameters;
import dev.podium.gateway.citation.CitationFormat;
import dev.podium.gateway.erasure.ErasureParameters;
import dev.podium.gateway.evidence.EvidenceParameters;
import dev.podium.gateway.export.ExportParameters;
import dev.podium.gateway.feed.FeedParameters;
import dev.podium.gateway.key.KeysResource;
import dev.podium.gateway.list.Paging;
import dev.podium.gateway.offset.OffsetParameters;
import dev.podium.gateway.parameter.QueryParameter;
import dev.podium.gateway.report.ReportParameters;
import dev.podium.gateway.revision.DiffParameters;
import dev.podium.gateway.search.ExchangeParameters;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All operations of which the code declares something once, for many or for itself. */
final class OperationTable {

  private static final String OF_BYTES = "Of these bytes";
  private static final String NOT_SO_MUCH = "may not export so much";
  private static final OperationAnswer TOO_LARGE = answer(413, "The body is larger than 64 KiB");
  private static final OperationAnswer NO_KEY = answer(404, "There is no key with this id");
  private static final OperationAnswer NO_REPORT = answer(404, "There is no report with this id");
  private static final OperationAnswer NO_ALERT = answer(404, "You have no alert with this id");
  private static final OperationAnswer NO_EXCHANGE =
      answer(404, "There is no such exchange, or no such revision of it");
  private static final OperationAnswer BUSY =
      answer(503, "The index cannot be reached now, or too many exports are served");
  private static final OperationAnswer NO_REPORTS =
      answer(503, "The database or the search index cannot be reached now");

  private static final List<OperationAnswer> BY_ID =
      List.of(
          ERASED, UNCHANGED, WRONG_PARAMETERS, answer(404, "There is none with this id"), NO_INDEX);
  private static final List<OperationAnswer> OF_ARCHIVE =
      List.of(
          UNCHANGED,
          answer(410, "The page was taken away, or the archive keeps its body no more"),
          answer(502, "The archive failed, or has another page there"),
          answer(503, "The search index or the archive cannot be reached now"),
          answer(504, "The archive does not answer"));
  private static final List<OperationAnswer> OF_ERASURES =
      List.of(
          WRONG_REQUEST,
          answer(404, "There is no such page, exchange or erasure"),
          answer(502, "ingest-service failed"),
          answer(503, "The search index or ingest-service cannot be reached now"),
          answer(504, "ingest-service does not answer"));

  private static final Map<String, OperationFacts> TABLE =
      Stream.of(reading(), walking(), following(), erasing(), reporting(), ofKeys(), ofAlerts())
          .flatMap(Function.identity())
          .collect(Collectors.toUnmodifiableMap(OperationFacts::id, Function.identity()));

  private static Stream<OperationFacts> reading() {
    return Stream.of(
        looking("getExchange", List.of(OffsetParameters.OFFSETS, CitationFormat.FORMAT))
            .or(BY_ID)
            .tagged(OF_BYTES),
        looking("getRevision", OffsetParameters.ALL).or(BY_ID).tagged(OF_BYTES),
        looking("getBriefing", OffsetParameters.ALL).or(BY_ID).tagged(OF_BYTES),
        OperationFacts.of("getBriefingHtml").or(BY_ID).tagged(OF_BYTES),
        OperationFacts.of("getBriefingMarkdown").or(BY_ID).tagged(OF_BYTES),
        OperationFacts.of("getBriefingAkomaNtoso").or(BY_ID).tagged(OF_BYTES),
        looking("diffExchange", DiffParameters.ALL).or(NO_EXCHANGE, ERASED),
        looking("getEvidence", EvidenceParameters.ALL)
            .or(NO_EXCHANGE)
            .or(OF_ARCHIVE)
            .tagged("Of the files"));
  }

  private static Stream<OperationFacts> walking() {
    return Stream.of(
        looking("searchExchanges", ExchangeParameters.ALL).paged(),
        looking("similarExchanges", ExchangeParameters.SIMILAR).or(NO_EXCHANGE, ERASED).paged(),
        looking("listRevisions", Paging.PARAMETERS).or(NO_EXCHANGE, ERASED).paged(),
        looking("listBriefings", BriefingParameters.ALL).paged(),
        looking("listOutlets", ExchangeParameters.WHO).paged(),
        looking("listSpokespersons", ExchangeParameters.WHO).paged(),
        looking("exportCsv", ExportParameters.CSV).or(BUSY).refuses(NOT_SO_MUCH),
        looking("exportNdjson", ExportParameters.NDJSON).or(BUSY).refuses(NOT_SO_MUCH));
  }

  private static Stream<OperationFacts> following() {
    return Stream.of(
        OperationFacts.of("listChanges", WRONG_PARAMETERS, NO_INDEX)
            .asks(ChangeParameters.LIST)
            .or(
                ARCHIVE_FAILS,
                ARCHIVE_SILENT,
                answer(410, "What follows the position is not in the stream any more"))
            .paged(),
        looking("streamChanges", ChangeParameters.STREAM),
        looking("feedAtom", FeedParameters.ALL).or(UNCHANGED).tagged(OF_BYTES),
        looking("feedJson", FeedParameters.ALL).or(UNCHANGED).tagged(OF_BYTES));
  }

  private static Stream<OperationFacts> erasing() {
    return Stream.of(
        OperationFacts.of("erase", TOO_LARGE).or(OF_ERASURES).asks(ErasureParameters.DEMAND),
        OperationFacts.of("listErasures").or(OF_ERASURES).asks(ErasureParameters.LIST),
        OperationFacts.of("getErasure").or(OF_ERASURES));
  }

  private static Stream<OperationFacts> reporting() {
    return Stream.of(
        OperationFacts.of("reportExchange", WRONG_REQUEST, NO_REPORTS)
            .or(
                answer(404, "There is no such exchange"),
                answer(409, "So many reports of it are open that one more tells nothing new"),
                TOO_LARGE),
        looking("listReports", ReportParameters.ALL).or(WRONG_REQUEST, NO_REPORTS),
        OperationFacts.of("getReport", WRONG_REQUEST, NO_REPORTS, NO_REPORT),
        OperationFacts.of("changeReport", WRONG_REQUEST, NO_REPORTS, NO_REPORT, TOO_LARGE));
  }

  private static Stream<OperationFacts> ofKeys() {
    return Stream.of(
        OperationFacts.of("makeKey", WRONG_REQUEST, NO_DATABASE)
            .or(answer(413, "The body is larger than 16 KiB")),
        looking("listKeys", KeysResource.PARAMETERS).or(WRONG_REQUEST, NO_DATABASE),
        OperationFacts.of("getKey", WRONG_REQUEST, NO_DATABASE, NO_KEY),
        OperationFacts.of("revokeKey", WRONG_REQUEST, NO_DATABASE, NO_KEY),
        OperationFacts.of("getQuota", WRONG_PARAMETERS));
  }

  private static Stream<OperationFacts> ofAlerts() {
    return Stream.of(
        OperationFacts.of("makeAlert", WRONG_REQUEST, NO_DATABASE)
            .or(answer(409, "You have as many alerts as may be"), TOO_LARGE),
        OperationFacts.of("listAlerts", WRONG_REQUEST, NO_DATABASE).asks(AlertsResource.PARAMETERS),
        OperationFacts.of("getAlert", NO_ALERT, WRONG_REQUEST, NO_DATABASE),
        OperationFacts.of("changeAlert", NO_ALERT, WRONG_REQUEST, NO_DATABASE, TOO_LARGE),
        OperationFacts.of("dropAlert", NO_ALERT, WRONG_REQUEST, NO_DATABASE),
        OperationFacts.of("testAlert", NO_ALERT, WRONG_REQUEST, NO_DATABASE),
        looking("listDeliveries", AlertsResource.OF_DELIVERIES)
            .or(NO_ALERT, WRONG_REQUEST, NO_DATABASE)
            .paged());
  }

  /** What takes parameters and looks into the index. */
  private static OperationFacts looking(String id, List<QueryParameter> parameters) {
    OperationFacts facts = OperationFacts.of(id, WRONG_PARAMETERS, NO_INDEX).asks(parameters);
    return parameters.contains(OffsetParameters.OFFSETS) ? facts.or(OF_OFFSETS) : facts;
  }

  /** What is told of an operation; of one that is not in the table, what holds for all. */
  static OperationFacts of(String id) {
    OperationFacts known = id == null ? null : TABLE.get(id);
    return known == null ? OperationFacts.of(id) : known;
  }

  /** The ids in the table. */
  static Set<String> ids() {
    return TABLE.keySet();
  }

  private OperationTable() {}
}

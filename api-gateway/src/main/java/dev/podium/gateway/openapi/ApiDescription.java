package dev.podium.gateway.openapi;

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
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Adds what the code declares once to the API's description: the query parameters, and the problems
 * that every address can answer with.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiDescription implements OASFilter {

  private static final Map<String, List<QueryParameter>> PARAMETERS =
      Map.ofEntries(
          Map.entry("listChanges", ChangeParameters.LIST),
          Map.entry("listDeliveries", Paging.PARAMETERS),
          Map.entry("streamChanges", ChangeParameters.STREAM),
          Map.entry("searchExchanges", ExchangeParameters.ALL),
          Map.entry("listOutlets", ExchangeParameters.WHO),
          Map.entry("listSpokespersons", ExchangeParameters.WHO),
          Map.entry("listBriefings", BriefingParameters.ALL),
          Map.entry("similarExchanges", ExchangeParameters.SIMILAR),
          Map.entry("getExchange", List.of(OffsetParameters.OFFSETS, CitationFormat.FORMAT)),
          Map.entry("getRevision", OffsetParameters.ALL),
          Map.entry("getBriefing", OffsetParameters.ALL),
          Map.entry("listRevisions", Paging.PARAMETERS),
          Map.entry("diffExchange", DiffParameters.ALL),
          Map.entry("getEvidence", EvidenceParameters.ALL),
          Map.entry("exportCsv", ExportParameters.CSV),
          Map.entry("exportNdjson", ExportParameters.NDJSON),
          Map.entry("feedAtom", FeedParameters.ALL),
          Map.entry("feedJson", FeedParameters.ALL),
          Map.entry("listReports", ReportParameters.ALL),
          Map.entry("listKeys", KeysResource.PARAMETERS));

  private static final List<String> PAGED =
      List.of(
          "searchExchanges",
          "listBriefings",
          "listChanges",
          "listDeliveries",
          "listRevisions",
          "similarExchanges",
          "listOutlets",
          "listSpokespersons");
  private static final Map<String, List<QueryParameter>> ERASURES =
      Map.of(
          "erase", ErasureParameters.DEMAND,
          "listErasures", ErasureParameters.LIST,
          "getErasure", List.of());
  private static final List<String> ERASABLE =
      List.of(
          "getExchange",
          "getBriefing",
          "getRevision",
          "listRevisions",
          "diffExchange",
          "similarExchanges",
          "getBriefingHtml",
          "getBriefingMarkdown",
          "getBriefingAkomaNtoso");
  private static final List<String> BY_ID =
      List.of(
          "getExchange",
          "getBriefing",
          "getRevision",
          "getBriefingHtml",
          "getBriefingMarkdown",
          "getBriefingAkomaNtoso");
  private static final List<String> EXPORTS = List.of("exportCsv", "exportNdjson");
  private static final List<String> FEEDS = List.of("feedAtom", "feedJson");
  private static final List<String> OF_ONE =
      List.of("listRevisions", "diffExchange", "similarExchanges", "getEvidence");

  private static final List<String> OF_REPORTS =
      List.of("reportExchange", "listReports", "getReport", "changeReport");
  private static final List<String> OF_ONE_REPORT = List.of("getReport", "changeReport");

  private static final List<String> OF_KEYS = List.of("makeKey", "listKeys", "getKey", "revokeKey");
  private static final List<String> OF_ONE_KEY = List.of("getKey", "revokeKey");

  private static final List<String> OF_ONE_ALERT =
      List.of("getAlert", "changeAlert", "dropAlert", "testAlert", "listDeliveries");

  @Override
  public Operation filterOperation(Operation operation) {
    String id = operation.getOperationId();
    if (PARAMETERS.containsKey(id)) {
      PARAMETERS.get(id).forEach(parameter -> operation.addParameter(parameter(parameter)));
      problem(operation, "400", "Parameters are wrong; `errors` names each");
      problem(operation, "503", "The search index cannot be reached now");
    }
    if (PARAMETERS.getOrDefault(id, List.of()).contains(OffsetParameters.OFFSETS)) {
      problem(operation, "409", "UTF-16 offsets are wanted, and the archive has not the page");
      problem(operation, "502", "UTF-16 offsets are wanted, and the archive fails");
      problem(operation, "504", "UTF-16 offsets are wanted, and the archive does not answer");
    }
    if (PAGED.contains(id)) {
      operation.getResponses().getAPIResponse("200").addHeader("Link", link());
    }
    if (EXPORTS.contains(id)) {
      problem(operation, "503", "The index cannot be reached now, or too many exports are served");
    }
    if (FEEDS.contains(id)) {
      operation.addParameter(ifNoneMatch());
      operation.getResponses().getAPIResponse("200").addHeader("ETag", header("Of these bytes"));
      operation.getResponses().addAPIResponse("304", response("It is what `If-None-Match` names"));
    }
    if (OF_ONE.contains(id)) {
      problem(operation, "404", "There is no such exchange, or no such revision of it");
    }
    if ("getEvidence".equals(id)) {
      operation.addParameter(ifNoneMatch());
      operation.getResponses().getAPIResponse("200").addHeader("ETag", header("Of the files"));
      operation.getResponses().addAPIResponse("304", response("It is what `If-None-Match` names"));
      problem(operation, "410", "The page was taken away, or the archive keeps its body no more");
      problem(operation, "502", "The archive failed, or has another page there");
      problem(operation, "503", "The search index or the archive cannot be reached now");
      problem(operation, "504", "The archive does not answer");
    }
    if (ERASURES.containsKey(id)) {
      ERASURES.get(id).forEach(parameter -> operation.addParameter(parameter(parameter)));
      problem(operation, "400", "The request is wrong; `errors` names each mistake");
      problem(operation, "404", "There is no such page, exchange or erasure");
      problem(operation, "502", "ingest-service failed");
      problem(operation, "503", "The search index or ingest-service cannot be reached now");
      problem(operation, "504", "ingest-service does not answer");
    }
    if (ERASABLE.contains(id)) {
      problem(operation, "410", "It was erased on demand; `erasure` says by which erasure");
    }
    if (BY_ID.contains(id)) {
      operation.addParameter(ifNoneMatch());
      operation.getResponses().getAPIResponse("200").addHeader("ETag", header("Of these bytes"));
      operation.getResponses().addAPIResponse("304", response("It is what `If-None-Match` names"));
      problem(operation, "400", "Parameters are wrong; `errors` names each");
      problem(operation, "404", "There is none with this id");
      problem(operation, "503", "The search index cannot be reached now");
    }
    describeReports(operation, id);
    if (OF_KEYS.contains(id)) {
      problem(operation, "400", "The request is wrong; `errors` names each mistake");
      problem(operation, "503", "The database cannot be reached now");
    }
    if ("makeKey".equals(id)) {
      problem(operation, "413", "The body is larger than 16 KiB");
    }
    if (OF_ONE_KEY.contains(id)) {
      problem(operation, "404", "There is no key with this id");
    }
    describeAlerts(operation, id);
    problem(operation, "401", "It needs a credential, or the one that was sent is not valid");
    problem(operation, "429", "The caller has no points left; `Retry-After` tells for how long");
    problem(
        operation,
        "403",
        EXPORTS.contains(id)
            ? "The caller has not the scope that the detail names, or may not export so much"
            : "The caller has not the scope that the detail names");
    return operation;
  }

  private static void describeReports(Operation operation, String id) {
    if (OF_REPORTS.contains(id)) {
      problem(operation, "400", "The request is wrong; `errors` names each mistake");
      problem(operation, "503", "The database or the search index cannot be reached now");
    }
    if ("reportExchange".equals(id)) {
      problem(operation, "404", "There is no such exchange");
      problem(operation, "409", "So many reports of it are open that one more tells nothing new");
      problem(operation, "413", "The body is larger than 64 KiB");
    }
    if (OF_ONE_REPORT.contains(id)) {
      problem(operation, "404", "There is no report with this id");
    }
    if ("changeReport".equals(id)) {
      problem(operation, "413", "The body is larger than 64 KiB");
    }
  }

  private static void describeAlerts(Operation operation, String id) {
    boolean ofOne = OF_ONE_ALERT.contains(id);
    if (ofOne) {
      problem(operation, "404", "You have no alert with this id");
    }
    if (ofOne || "makeAlert".equals(id) || "listAlerts".equals(id)) {
      problem(operation, "400", "The request is wrong; `errors` names each mistake");
      problem(operation, "503", "The database cannot be reached now");
    }
    if ("makeAlert".equals(id)) {
      problem(operation, "409", "You have as many alerts as may be");
      problem(operation, "413", "The body is larger than 64 KiB");
    }
    if ("listChanges".equals(id)) {
      problem(operation, "410", "What follows the position is not in the stream any more");
    }
  }

  @Override
  public void filterOpenAPI(OpenAPI api) {
    new ContractSchemas().tell(api);
    for (PathItem path : api.getPaths().getPathItems().values()) {
      for (Operation operation : path.getOperations().values()) {
        operation.getResponses().getAPIResponses().forEach(ProblemExamples::add);
      }
    }
  }

  private static Parameter parameter(QueryParameter parameter) {
    Schema schema = parameter.repeatable() ? array(value(parameter)) : value(parameter);
    return OASFactory.createParameter()
        .name(parameter.name())
        .in(Parameter.In.QUERY)
        .description(parameter.description())
        .explode(parameter.repeatable() ? true : null)
        .style(parameter.repeatable() ? Parameter.Style.FORM : null)
        .schema(schema)
        .example(parameter.values().isEmpty() ? parameter.example() : null);
  }

  private static Schema value(QueryParameter parameter) {
    Schema schema =
        OASFactory.createSchema()
            .addType(Schema.SchemaType.valueOf(parameter.form().type().toUpperCase(Locale.ROOT)))
            .format(parameter.form().format());
    parameter.values().forEach(schema::addEnumeration);
    return schema;
  }

  private static Schema array(Schema of) {
    return OASFactory.createSchema().addType(Schema.SchemaType.ARRAY).items(of);
  }

  private static Parameter ifNoneMatch() {
    return OASFactory.createParameter()
        .name("If-None-Match")
        .in(Parameter.In.HEADER)
        .description("ETag of what the caller has")
        .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
  }

  private static Header link() {
    return header("`<…>; rel=\"next\"`, the address of the next page, as in `next`");
  }

  private static Header header(String description) {
    return OASFactory.createHeader()
        .description(description)
        .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
  }

  private static void problem(Operation operation, String status, String description) {
    Schema problem = OASFactory.createSchema().ref("#/components/schemas/Problem");
    Content content =
        OASFactory.createContent()
            .addMediaType("application/problem+json", OASFactory.createMediaType().schema(problem));
    operation.getResponses().addAPIResponse(status, response(description).content(content));
  }

  private static APIResponse response(String description) {
    return OASFactory.createAPIResponse().description(description);
  }
}

package dev.podium.gateway.openapi;

import dev.podium.gateway.parameter.QueryParameter;
import dev.podium.kit.problem.Problem;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
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

  private static final int FIRST_PROBLEM = 400;
  private static final OperationAnswer UNKNOWN =
      OperationAnswer.answer(401, "It needs a credential, or the one that was sent is not valid");
  private static final OperationAnswer SPENT =
      OperationAnswer.answer(
          429, "The caller has no points left; `Retry-After` tells for how long");

  @Override
  public Operation filterOperation(Operation operation) {
    OperationFacts facts = OperationTable.of(operation.getOperationId());
    facts.parameters().forEach(parameter -> operation.addParameter(parameter(parameter)));
    if (facts.isPaged()) {
      header(operation, "Link", "`<…>; rel=\"next\"`, the address of the next page, as in `next`");
    }
    if (facts.etag() != null) {
      operation.addParameter(ifNoneMatch());
      header(operation, "ETag", facts.etag());
    }
    facts.answers().forEach(answer -> answer(operation, answer));
    answer(operation, UNKNOWN);
    answer(operation, SPENT);
    PassedOn.answers(operation).forEach(answer -> answer(operation, answer));
    return operation;
  }

  @Override
  public void filterOpenAPI(OpenAPI api) {
    new ContractSchemas().tell(api);
    ItemSchemas.tell(api);
    Set<String> untold = new HashSet<>(OperationTable.ids());
    for (Map.Entry<String, PathItem> path : api.getPaths().getPathItems().entrySet()) {
      for (var operation : path.getValue().getOperations().entrySet()) {
        String method = operation.getKey().name();
        finish(operation.getValue(), NeededScope.of(method, path.getKey()));
        untold.remove(operation.getValue().getOperationId());
      }
    }
    if (!untold.isEmpty()) {
      throw new IllegalStateException("there are no operations " + untold);
    }
  }

  private static void finish(Operation operation, NeededScope scope) {
    scope.tell(operation);
    OperationFacts facts = OperationTable.of(operation.getOperationId());
    answer(operation, scope.refusal(facts.refusal()));
    operation
        .getResponses()
        .getAPIResponses()
        .forEach(
            (status, response) -> {
              // What is described by hand tells only what a problem means.
              if (response.getContent() == null && Integer.parseInt(status) >= FIRST_PROBLEM) {
                response.setContent(problem());
              }
              ProblemExamples.add(status, response, PassedOn.is(operation));
            });
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

  private static void header(Operation operation, String name, String description) {
    Schema text = OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    operation
        .getResponses()
        .getAPIResponse("200")
        .addHeader(name, OASFactory.createHeader().description(description).schema(text));
  }

  private static void answer(Operation operation, OperationAnswer answer) {
    APIResponse response = OASFactory.createAPIResponse().description(answer.description());
    if (answer.isProblem()) {
      response.setContent(problem());
    }
    operation.getResponses().addAPIResponse(answer.status(), response);
  }

  private static Content problem() {
    Schema problem = OASFactory.createSchema().ref("#/components/schemas/Problem");
    return OASFactory.createContent()
        .addMediaType(Problem.MEDIA_TYPE, OASFactory.createMediaType().schema(problem));
  }
}

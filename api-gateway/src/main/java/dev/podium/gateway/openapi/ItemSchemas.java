package dev.podium.gateway.openapi;

import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Describes exchanges that are given out as the index holds them as what they are to callers. */
final class ItemSchemas {

  private static final String REF = "#/components/schemas/";
  private static final String ITEM = "ExchangeItem";
  private static final String VIEW = "ExchangeView";
  private static final String PAGE = "ListPage";

  private ItemSchemas() {}

  static void tell(OpenAPI api) {
    Components components = api.getComponents();
    Schema page = components.getSchemas().get(PAGE + ITEM);
    page.getProperties().get("items").getItems().setRef(REF + VIEW);
    components.removeSchema(PAGE + ITEM);
    components.removeSchema(ITEM);
    components.addSchema(PAGE + VIEW, page);
    api.getPaths().getPathItems().values().stream()
        .map(PathItem::getOperations)
        .flatMap(operations -> operations.values().stream())
        .forEach(ItemSchemas::tell);
  }

  private static void tell(Operation operation) {
    operation.getResponses().getAPIResponses().values().stream()
        .map(APIResponse::getContent)
        .filter(content -> content != null)
        .flatMap(content -> content.getMediaTypes().values().stream())
        .map(MediaType::getSchema)
        .filter(schema -> schema != null && (REF + PAGE + ITEM).equals(schema.getRef()))
        .forEach(schema -> schema.setRef(REF + PAGE + VIEW));
  }
}

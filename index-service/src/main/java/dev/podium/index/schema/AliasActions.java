package dev.podium.index.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podium.contracts.event.EventJson;

/** Changes of aliases that Elasticsearch makes together. */
final class AliasActions {

  private final ObjectNode body = EventJson.MAPPER.createObjectNode();
  private final ArrayNode actions = body.putArray("actions");

  /** Points an alias at an index, beside those that it has. */
  AliasActions add(String alias, String index) {
    actions.addObject().putObject("add").put("alias", alias).put("index", index);
    return this;
  }

  /** Points an alias at an index; refused if another one has it in this way. */
  AliasActions addAlone(String alias, String index) {
    actions
        .addObject()
        .putObject("add")
        .put("alias", alias)
        .put("index", index)
        .put("is_write_index", true);
    return this;
  }

  /** Takes an alias from an index; refused if it does not have it. */
  AliasActions remove(String alias, String index) {
    return remove(alias, index, true);
  }

  /** Takes an alias from an index that may have it. */
  AliasActions removeIfThere(String alias, String index) {
    return remove(alias, index, false);
  }

  private AliasActions remove(String alias, String index, boolean mustExist) {
    actions
        .addObject()
        .putObject("remove")
        .put("alias", alias)
        .put("index", index)
        .put("must_exist", mustExist);
    return this;
  }

  ObjectNode json() {
    return body;
  }
}

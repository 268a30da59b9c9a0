package dev.podium.gateway.route;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podium.contracts.event.EventJson;
import dev.podium.gateway.change.Changes;
import java.nio.charset.StandardCharsets;

/** Four changes of the year 2017 on two pages, as index-service tells them. */
final class PastPages {

  private static final String CURSOR = "the second page";

  static String answer(String path) {
    boolean first = !path.contains("&cursor=");
    ObjectNode page = EventJson.MAPPER.createObjectNode();
    ArrayNode changes = page.putArray("changes");
    if (first) {
      changes.add(change("past-changes", "past-1"));
      changes.add(change("elsewhere", "past-0"));
      changes.add(change("past-changes", "past-2"));
      page.put("next", CURSOR);
    } else {
      changes.add(change("past-changes", "past-3"));
      page.putNull("next");
    }
    String body = page.toString();
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
        + length
        + "\r\n\r\n"
        + body;
  }

  private static ObjectNode change(String source, String id) {
    ObjectNode change = EventJson.MAPPER.valueToTree(new Changes(source).added(id));
    return change.put("id", id).put("recordedAt", "2017-03-01T08:00:00.000Z");
  }

  private PastPages() {}
}

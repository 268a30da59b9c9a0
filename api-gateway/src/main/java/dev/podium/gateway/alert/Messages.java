package dev.podium.gateway.alert;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.podium.contracts.event.EventJson;
import dev.podium.gateway.change.ChangeRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * The bodies of webhooks: {@code type}, {@code timestamp} and {@code data}, as Standard Webhooks.
 */
final class Messages {

  /** A change that is larger is not sent along; only its ids are. */
  private static final int LARGEST = 1 << 20;

  /** The message of a change. */
  static String change(AlertRow alert, ChangeRecord change) {
    ObjectNode data = data(alert);
    if (change.size() <= LARGEST) {
      data.putRawValue("change", new RawValue(change.json()));
    } else {
      data.putNull("change");
    }
    data.put("changeId", change.facts().id());
    data.put("briefingId", change.facts().briefingId());
    data.put("exchangeId", change.facts().exchangeId());
    String subject = change.facts().exchangeId() == null ? "briefing." : "exchange.";
    return message(subject + change.facts().kind().code(), data);
  }

  /** A message that says nothing. */
  static String test(AlertRow alert) {
    return message("alert.test", data(alert));
  }

  private static ObjectNode data(AlertRow alert) {
    ObjectNode data = EventJson.MAPPER.createObjectNode();
    data.putObject("alert").put("id", alert.id.toString()).put("name", alert.name);
    return data;
  }

  private static String message(String type, ObjectNode data) {
    ObjectNode message = EventJson.MAPPER.createObjectNode();
    message.put("type", type).put("timestamp", EventJson.utcMillis(Instant.now()));
    message.set("data", data);
    return new String(EventJson.write(message), StandardCharsets.UTF_8);
  }

  private Messages() {}
}

package dev.podium.local.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Says in a line what a service's health document complains about. */
final class HealthReason {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> WELL = Set.of("UP", "[OK]");

  private HealthReason() {}

  static String of(int status, String body) {
    List<String> reasons = new ArrayList<>();
    try {
      for (JsonNode check : JSON.readTree(body).path("checks")) {
        if (!"UP".equals(check.path("status").asText())) {
          reasons.add(text(check));
        }
      }
    } catch (JsonProcessingException e) {
      return "its readiness answers HTTP " + status;
    }
    return reasons.isEmpty() ? "its readiness answers HTTP " + status : String.join("; ", reasons);
  }

  /** What is said of the parts that are well is of no interest here. */
  private static String text(JsonNode check) {
    List<String> data = new ArrayList<>();
    for (var part : check.path("data").properties()) {
      String value = part.getValue().asText();
      if (!WELL.contains(value)) {
        data.add("reason".equals(part.getKey()) ? value : part.getKey() + " " + value);
      }
    }
    String name = check.path("name").asText("unnamed check");
    return data.isEmpty() ? name : name + ": " + String.join(", ", data);
  }
}

package dev.podium.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Erasures of the running stack, and where what they took away must not be found. */
final class StackErasures {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int TRIES = 600;

  private final LocalStack stack;

  StackErasures(LocalStack stack) {
    this.stack = stack;
  }

  /** Demands an erasure, after a dry run of it; its id. */
  String demand(String demand) throws IOException, InterruptedException {
    HttpResponse<String> dry = stack.administer("POST", "/v1/erasures?dryRun=true", demand);
    assertThat(dry.statusCode()).as(dry.body()).isEqualTo(200);
    HttpResponse<String> begun = stack.administer("POST", "/v1/erasures", demand);
    assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
    return begun.headers().firstValue("Location").orElseThrow().replaceFirst(".*/", "");
  }

  /** Waits until all of it is done. */
  void awaitDone(String erasure) throws IOException, InterruptedException {
    stack.awaitRun(
        "/v1/erasures/" + erasure,
        PATIENCE,
        one -> one.path("state").asText().equals("done") && one.path("indexed").asBoolean());
  }

  /** An address answers with the erasure, and not with more than everybody may know. */
  void assertGone(String path, String erasure) throws IOException, InterruptedException {
    HttpResponse<String> answer = stack.administer("GET", path, "");
    assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(410);
    assertThat(answer.body()).contains(erasure, "court-order").doesNotContain("a court said so");
  }

  private String held(String index, String field, String page, String other)
      throws IOException, InterruptedException {
    return stack.elasticsearch(index + "/_search?size=100&q=" + field + ":" + page)
        + stack.elasticsearch(index + "/_search?size=100&q=" + field + ":" + other);
  }

  /** Neither by search nor in what the indices hold, nor in the last record of any key. */
  void assertFoundNowhere(String page, String other) throws IOException, InterruptedException {
    for (String word : List.of("zymbolis", "zymboliens", "quaxilon")) {
      assertThat(stack.get("/v1/exchanges?q=" + word).path("total").asInt()).as(word).isZero();
    }
    for (String index : List.of("exchanges", "briefings", "history")) {
      String field =
          switch (index) {
            case "exchanges" -> "briefing.id";
            case "briefings" -> "id";
            default -> "briefingId";
          };
      // What is deleted is found until the next refresh.
      String held = held(index, field, page, other);
      for (int i = 0; i < TRIES && (held.contains("Zymbol") || held.contains("Quaxilon")); i++) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        held = held(index, field, page, other);
      }
      assertThat(held).as(index).doesNotContain("Zymbol", "Quaxilon");
    }
    Map<String, String> last = new HashMap<>();
    for (ConsumerRecord<String, String> found : stack.topic("briefing.briefings.v1")) {
      last.put(found.key(), String.valueOf(found.value()));
    }
    assertThat(last).isNotEmpty();
    assertThat(String.join("\n", last.values())).doesNotContain("Zymbol", "Quaxilon");
    assertThat(last.keySet().stream().filter(key -> key.startsWith(page))).hasSize(3);
  }
}

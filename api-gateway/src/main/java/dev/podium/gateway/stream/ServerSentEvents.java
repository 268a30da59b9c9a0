package dev.podium.gateway.stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.podium.contracts.event.EventJson;
import dev.podium.gateway.change.Position;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Writes events as the HTML standard has them. */
final class ServerSentEvents {

  /** How long a client waits before it comes back. */
  static final Buffer RETRY = Buffer.buffer("retry: 3000\n\n");

  /** A change; an event without a name, so that it reaches a browser's {@code onmessage}. */
  static Buffer change(Position after, String json) {
    return Buffer.buffer("id: " + after + "\ndata: " + json + "\n\n");
  }

  /** The stream is alive, and this is how far it is. */
  static Buffer heartbeat(Position at, Instant now) {
    return named("heartbeat", at, new Heartbeat(EventJson.utcMillis(now)));
  }

  private record Heartbeat(String time) {}

  /** Something between the client's position and this one is not in the stream any more. */
  static Buffer reset(Position at, Reset reset) {
    return named("reset", at, reset);
  }

  /**
   * Why a stream cannot go on from where its client was.
   *
   * @param code {@code expired} or {@code unknown}
   * @param changes where what is missing can be read
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Reset(String code, String detail, String changes) {}

  private static Buffer named(String name, Position at, Object data) {
    String json = new String(EventJson.write(data), StandardCharsets.UTF_8);
    return Buffer.buffer("id: " + at + "\nevent: " + name + "\ndata: " + json + "\n\n");
  }

  private ServerSentEvents() {}
}

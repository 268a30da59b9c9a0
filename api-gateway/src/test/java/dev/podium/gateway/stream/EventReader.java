package dev.podium.gateway.stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.podium.contracts.event.EventJson;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Reads server-sent events as the HTML standard says. */
final class EventReader implements Flow.Subscriber<String>, AutoCloseable {

  /** An event; the name of one without a name is {@code message}. */
  record Event(String id, String name, String data) {

    JsonNode json() {
      return EventJson.read(data.getBytes(StandardCharsets.UTF_8), JsonNode.class);
    }
  }

  private static final int PATIENCE_SECONDS = 60;

  private final Consumer<Event> consumer;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final CompletableFuture<Boolean> ended = new CompletableFuture<>();
  private Flow.Subscription subscription;
  private String id = "";
  private String name = "";
  private StringBuilder data;

  /** A reader that keeps what comes. */
  EventReader() {
    this.consumer = events::add;
  }

  /** A reader that hands on what comes. */
  EventReader(Consumer<Event> consumer) {
    this.consumer = consumer;
  }

  /** Begins to listen; the answer is there, the events come. */
  HttpResponse<Void> listen(HttpClient client, URI address, String lastId) {
    return listening(client, address, lastId).join();
  }

  /** The same for a caller with a key. */
  HttpResponse<Void> listenWith(String key, HttpClient client, URI address) {
    return listening(client, HttpRequest.newBuilder(address).header("X-API-Key", key)).join();
  }

  /** The same, later. */
  CompletableFuture<HttpResponse<Void>> listening(HttpClient client, URI address, String lastId) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address);
    if (lastId != null) {
      request.header("Last-Event-ID", lastId);
    }
    return listening(client, request);
  }

  private CompletableFuture<HttpResponse<Void>> listening(
      HttpClient client, HttpRequest.Builder begun) {
    HttpRequest request =
        begun
            .version(HttpClient.Version.HTTP_1_1)
            .header("Accept", "text/event-stream")
            .header("Accept-Encoding", "gzip, deflate")
            .build();
    CompletableFuture<HttpResponse<Void>> answer = new CompletableFuture<>();
    var unused =
        client
            .sendAsync(
                request,
                info -> {
                  answer.complete(new Head(info, request));
                  return BodyHandlers.fromLineSubscriber(this).apply(info);
                })
            .whenComplete(
                (response, e) -> {
                  if (e != null) {
                    answer.completeExceptionally(e);
                    ended.complete(false);
                  }
                });
    return answer;
  }

  /** The next event that is none of this name. */
  Event nextBut(String unwanted) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < end) {
      Event event = next();
      if (!event.name().equals(unwanted)) {
        return event;
      }
    }
    throw new AssertionError("nothing but " + unwanted + " within " + PATIENCE_SECONDS + " s");
  }

  /** The next change. */
  Event nextChange() throws InterruptedException {
    return nextBut("heartbeat");
  }

  /** The next event. */
  Event next() throws InterruptedException {
    Event event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (event == null) {
      throw new AssertionError("no event within " + PATIENCE_SECONDS + " s");
    }
    return event;
  }

  /** Completes when the stream is over; whether it was ended and not broken off. */
  CompletableFuture<Boolean> ended() {
    return ended;
  }

  @Override
  public void onSubscribe(Flow.Subscription to) {
    subscription = to;
    to.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(String line) {
    if (line.isEmpty()) {
      if (data != null) {
        consumer.accept(new Event(id, name.isEmpty() ? "message" : name, data.toString()));
      }
      data = null;
      name = "";
      return;
    }
    int colon = line.indexOf(':');
    String field = colon < 0 ? line : line.substring(0, colon);
    String value = colon < 0 ? "" : line.substring(colon + 1).replaceFirst("^ ", "");
    switch (field) {
      case "id" -> id = value;
      case "event" -> name = value;
      case "data" ->
          data = data == null ? new StringBuilder(value) : data.append('\n').append(value);
      default -> {}
    }
  }

  @Override
  public void onError(Throwable e) {
    ended.complete(false);
  }

  @Override
  public void onComplete() {
    ended.complete(true);
  }

  @Override
  public void close() {
    if (subscription != null) {
      subscription.cancel();
    }
  }

  /** What is known of an answer before its body. */
  private record Head(HttpResponse.ResponseInfo info, HttpRequest request)
      implements HttpResponse<Void> {

    @Override
    public int statusCode() {
      return info.statusCode();
    }

    @Override
    public java.util.Optional<HttpResponse<Void>> previousResponse() {
      return java.util.Optional.empty();
    }

    @Override
    public java.net.http.HttpHeaders headers() {
      return info.headers();
    }

    @Override
    public Void body() {
      return null;
    }

    @Override
    public java.util.Optional<javax.net.ssl.SSLSession> sslSession() {
      return java.util.Optional.empty();
    }

    @Override
    public URI uri() {
      return request.uri();
    }

    @Override
    public HttpClient.Version version() {
      return info.version();
    }
  }
}

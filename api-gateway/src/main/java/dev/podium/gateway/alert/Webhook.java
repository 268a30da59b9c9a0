package dev.podium.gateway.alert;

import dev.podium.kit.outbound.Failures;
import dev.podium.kit.outbound.ForbiddenTargetException;
import dev.podium.kit.outbound.GuardedClients;
import dev.podium.kit.outbound.HostExceptions;
import dev.podium.kit.outbound.HttpExchange;
import dev.podium.kit.outbound.Target;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** Calls receivers: never inside, never further than the address itself. */
@ApplicationScoped
class Webhook {

  private static final int ANSWER_BYTES = 4096;
  private static final int REASON_CHARACTERS = 200;
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}");

  private final Vertx vertx;
  private final HttpClient plain;
  private final HttpClient tls;
  private final HostExceptions exceptions;
  private final AlertSettings settings;

  Webhook(Vertx vertx, AlertSettings settings) {
    this.vertx = vertx;
    this.plain = GuardedClients.plain(vertx, settings.connectTimeout());
    this.tls = GuardedClients.tls(vertx, settings.connectTimeout());
    this.exceptions =
        new HostExceptions("gateway.alerts.hosts", settings.hosts().orElse(List.of()));
    this.settings = settings;
  }

  /**
   * What came of one call.
   *
   * @param status of the answer, or null if there was none
   * @param reason why it was not taken; null if it was
   * @param gone whether the receiver wants no more, ever
   * @param later how long the receiver wants to be left alone, or null
   */
  record Call(
      Instant at, Duration took, Integer status, String reason, boolean gone, Duration later) {

    /** Of one that failed before it reached anybody, and by no fault of the receiver. */
    static Call failedHere(Instant at) {
      return new Call(
          at, Duration.ZERO, null, "the gateway failed; its log has the reason", false, null);
    }

    boolean taken() {
      return reason == null;
    }
  }

  private record Answer(Integer status, String reason, boolean gone, Duration later) {

    static Answer none(String reason) {
      return new Answer(null, reason, false, null);
    }
  }

  /** Why an address cannot be a receiver, or null if nothing speaks against it. */
  String objection(String address) {
    try {
      Target.of(address, exceptions);
      return null;
    } catch (ForbiddenTargetException e) {
      return e.getMessage();
    } catch (UnknownHostException e) {
      // A name that nobody knows today may be known tomorrow.
      return null;
    }
  }

  /** Sends a message; blocks the calling thread, which should be a virtual one. */
  Call send(String url, WebhookSecret secret, String messageId, String body) {
    Instant at = Clock.systemUTC().instant();
    long begun = System.nanoTime();
    Answer answer = answer(url, secret, messageId, body, at);
    return new Call(
        at,
        Duration.ofNanos(System.nanoTime() - begun),
        answer.status(),
        answer.reason(),
        answer.gone(),
        answer.later());
  }

  private Answer answer(
      String url, WebhookSecret secret, String messageId, String body, Instant at) {
    try {
      // The address is resolved and checked anew each time, and that very one is connected to.
      Target target = Target.of(url, exceptions);
      RequestOptions options =
          target
              .request(HttpMethod.POST)
              .setConnectTimeout(settings.connectTimeout().toMillis())
              // The whole is what counts.
              .setIdleTimeout(2 * settings.totalTimeout().toMillis())
              .putHeader("User-Agent", "Podium-Webhooks/1")
              .putHeader("Content-Type", "application/json")
              .putHeader("webhook-id", messageId)
              .putHeader("webhook-timestamp", Long.toString(at.getEpochSecond()))
              .putHeader("webhook-signature", secret.sign(messageId, at, body));
      return outcome(
          HttpExchange.run(
              vertx.getOrCreateContext(),
              target.tls() ? tls : plain,
              options,
              Buffer.buffer(body),
              ANSWER_BYTES,
              settings.totalTimeout()));
    } catch (ForbiddenTargetException e) {
      return Answer.none(e.getMessage());
    } catch (UnknownHostException e) {
      return Answer.none("there is no such host: " + e.getMessage());
    } catch (TimeoutException e) {
      return Answer.none("no answer within " + settings.totalTimeout().toMillis() + " ms");
    } catch (ExecutionException e) {
      return Answer.none(Failures.inWords(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Answer.none("interrupted");
    }
  }

  private static Answer outcome(HttpExchange.Answer answer) {
    HttpClientResponse head = answer.head();
    int status = head.statusCode();
    if (status >= 200 && status < 300) {
      return new Answer(status, null, false, null);
    }
    if (status >= 300 && status < 400) {
      return new Answer(
          status,
          "it redirects, which is not followed, to " + shortened(head.getHeader("Location")),
          false,
          null);
    }
    String said = new String(answer.body(), StandardCharsets.UTF_8).strip();
    String reason = "it answers with " + status + (said.isEmpty() ? "" : ": " + shortened(said));
    return new Answer(status, reason, status == 410, later(head.getHeader("Retry-After")));
  }

  private static Duration later(String retryAfter) {
    return retryAfter != null && SECONDS.matcher(retryAfter).matches()
        ? Duration.ofSeconds(Long.parseLong(retryAfter))
        : null;
  }

  /** What a stranger said, on one line and without what a terminal or a database minds. */
  private static String shortened(String text) {
    String line = String.valueOf(text).replaceAll("[\\p{Cntrl}\\uFFFD]+", " ").strip();
    return line.length() <= REASON_CHARACTERS ? line : line.substring(0, REASON_CHARACTERS) + '…';
  }

  @PreDestroy
  void close() {
    plain.close();
    tls.close();
  }
}

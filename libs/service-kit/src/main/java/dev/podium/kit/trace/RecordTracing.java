package dev.podium.kit.trace;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** Carries the trace through records, as W3C trace context in their headers. */
public final class RecordTracing {

  private static final String INSTRUMENTATION = "dev.podium";

  private static final TextMapGetter<Headers> GETTER =
      new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Headers headers) {
          return Arrays.stream(headers.toArray()).map(Header::key).toList();
        }

        @Override
        public String get(Headers headers, String key) {
          Header header = headers == null ? null : headers.lastHeader(key);
          return header == null || header.value() == null
              ? null
              : new String(header.value(), StandardCharsets.UTF_8);
        }
      };

  /** Runs a piece of work as a span of the trace that the record carries. */
  public static <T> T within(ConsumerRecord<?, ?> consumed, String operation, Supplier<T> work) {
    Span span =
        GlobalOpenTelemetry.getTracer(INSTRUMENTATION)
            .spanBuilder(operation + ' ' + consumed.topic())
            .setParent(propagator().extract(Context.root(), consumed.headers(), GETTER))
            .setSpanKind(SpanKind.CONSUMER)
            .setAttribute("messaging.system", "kafka")
            .setAttribute("messaging.destination.name", consumed.topic())
            .setAttribute("messaging.kafka.offset", consumed.offset())
            .startSpan();
    try (Scope scope = span.makeCurrent()) {
      return work.get();
    } catch (RuntimeException e) {
      span.setStatus(StatusCode.ERROR, String.valueOf(e.getMessage()));
      throw e;
    } finally {
      span.end();
    }
  }

  /** Writes the current trace into the headers; those of a dead letter keep the source's. */
  public static void inject(Headers headers) {
    if (Span.current().getSpanContext().isValid()) {
      propagator().inject(Context.current(), headers, RecordTracing::set);
    }
  }

  private static void set(Headers headers, String key, String value) {
    if (headers != null) {
      headers.remove(key);
      headers.add(key, value.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static TextMapPropagator propagator() {
    return GlobalOpenTelemetry.getPropagators().getTextMapPropagator();
  }

  private RecordTracing() {}
}

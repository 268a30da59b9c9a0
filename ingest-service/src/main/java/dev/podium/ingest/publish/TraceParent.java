package dev.podium.ingest.publish;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;

/** The current trace as one line, so that it can wait in the outbox. */
final class TraceParent {

  /** W3C trace context, or null where there is no trace. */
  static String current() {
    SpanContext span = Span.current().getSpanContext();
    return span.isValid()
        ? "00-" + span.getTraceId() + '-' + span.getSpanId() + '-' + span.getTraceFlags().asHex()
        : null;
  }

  private TraceParent() {}
}

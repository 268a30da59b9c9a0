package dev.podium.gateway.highlight;

/**
 * A piece {@code [start, end)} of a text, in Unicode code points.
 *
 * @param start first code point
 * @param end past the last code point
 */
public record Span(int start, int end) {}

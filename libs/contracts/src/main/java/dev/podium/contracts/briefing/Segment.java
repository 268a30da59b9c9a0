package dev.podium.contracts.briefing;

/**
 * A piece {@code [start, end)} of the decoded body, in Unicode code points. The segments of a text,
 * markup dropped, joined and white-space runs folded, equal that text folded the same way.
 */
public record Segment(int start, int end) {}

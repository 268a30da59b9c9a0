package dev.podium.contracts.briefing;

/**
 * A bracketed note such as {@code (Laughter.)}, which stays in the text.
 *
 * @param text with its brackets
 * @param start first code point, in the text that holds the note
 * @param end past the last code point
 */
public record Note(String text, int start, int end) {}

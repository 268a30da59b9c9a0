package dev.podium.contracts.briefing;

/**
 * Something that a careful reader should know of a briefing or an exchange.
 *
 * @param code stable, lower case with hyphens
 * @param text for people, with the evidence
 */
public record Warning(String code, String text) {}

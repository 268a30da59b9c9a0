package dev.podium.local.stack;

/**
 * Something that happened.
 *
 * @param number ascending from 1
 */
public record StackEvent(long number, String text) {}

package dev.podium.local.stack;

import java.nio.file.Path;

/**
 * What the flags of {@code up} say.
 *
 * @param data where the state is kept; null for a temporary place
 */
public record StackOptions(Path data, int portOffset, boolean samples, boolean live) {}

package dev.podium.local.stack;

import java.nio.file.Path;

/**
 * A component at a moment.
 *
 * @param reason why it is not ready; empty when it is
 * @param pid null when nothing runs
 * @param memory bytes that are its own, with its children; null when nothing runs or nobody knows
 * @param uptimeSeconds null when nothing runs
 */
public record ComponentStatus(
    String name,
    ComponentState state,
    String reason,
    String address,
    Long pid,
    Long memory,
    Long uptimeSeconds,
    int restarts,
    Path log) {}

package dev.podium.kit.deadletter;

import dev.podium.kit.record.RecordHandler;

/**
 * A service's work on a topic, which its dead letters can be handed to again.
 *
 * @param service short name: {@code parse}, {@code index}
 * @param topic that the records came from
 */
public record Replayable(String service, String topic, RecordHandler handler) {}

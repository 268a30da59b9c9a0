package dev.podium.gateway.change;

/**
 * What the topic of changes keeps.
 *
 * @param begin of each partition the first offset
 * @param end of each partition the offset behind the last record
 */
public record KeptChanges(Position begin, Position end) {}

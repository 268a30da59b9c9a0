package dev.podium.kit.record;

import dev.podium.kit.drain.Drain;

/**
 * What is done with the records of a topic.
 *
 * @param service short name of the service, for dead letters: {@code parse}, {@code index}
 * @param name tells works of one service on one topic apart; null where there is one
 * @param drain tells the work to stop
 */
public record RecordWork(String service, String name, RecordHandler handler, Drain drain) {}

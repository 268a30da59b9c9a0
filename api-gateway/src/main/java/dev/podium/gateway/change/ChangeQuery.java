package dev.podium.gateway.change;

import java.util.function.Predicate;

/**
 * Which changes are listed.
 *
 * @param from where to go on
 * @param identity all that decides which changes there are
 */
record ChangeQuery(Predicate<ChangeFacts> filter, Place from, int size, String identity) {}

package dev.podium.ingest.frontier;

import dev.podium.ingest.attention.Rhythm;

/**
 * What is known of a source's ways.
 *
 * @param liveliness how often its pages are edited; 1 is common
 * @param rhythm when it publishes
 */
record Habits(double liveliness, Rhythm rhythm) {}

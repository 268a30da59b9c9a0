package dev.podium.bench.service;

/**
 * How fast briefings have arrived.
 *
 * @param pagesPerSecond from the first that counts to the last
 * @param serviceNanos processor time of the service for a page
 * @param brokerNanos processor time of the broker for a page
 * @param looks how often the broker was asked
 * @param lead the most pages that were ever committed without their briefings being there
 */
record Pace(double pagesPerSecond, double serviceNanos, double brokerNanos, int looks, long lead) {}

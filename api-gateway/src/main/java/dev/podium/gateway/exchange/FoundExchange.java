package dev.podium.gateway.exchange;

import dev.podium.gateway.exchange.ExchangeView.Highlights;

/**
 * An exchange that was looked for.
 *
 * @param highlights null where nothing is to be said of them
 */
public record FoundExchange(StoredExchange stored, Highlights highlights) {}

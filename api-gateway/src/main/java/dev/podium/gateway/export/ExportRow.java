package dev.podium.gateway.export;

import dev.podium.gateway.exchange.ExchangeDocument;
import dev.podium.gateway.exchange.ExchangeView;

/**
 * An exchange to export.
 *
 * @param document as the index holds it
 * @param view as callers get it
 */
record ExportRow(ExchangeDocument document, ExchangeView view) {}

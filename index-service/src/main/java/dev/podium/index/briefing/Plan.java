package dev.podium.index.briefing;

import dev.podium.contracts.change.Change;
import dev.podium.index.document.BriefingDocument;
import dev.podium.index.document.ExchangeDocument;
import dev.podium.index.document.HistoryDocument;
import java.util.List;

/**
 * What a revision makes of the index, to be written in this order; the commit mark says that the
 * rest is there.
 *
 * @param version the external version of the exchanges
 */
record Plan(
    long version,
    List<HistoryDocument> history,
    List<ExchangeDocument> exchanges,
    List<Change> changes,
    BriefingDocument mark) {}

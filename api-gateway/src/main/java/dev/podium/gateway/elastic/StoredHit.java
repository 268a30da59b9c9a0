package dev.podium.gateway.elastic;

import co.elastic.clients.elasticsearch._types.FieldValue;
import java.util.List;
import java.util.Map;

/**
 * A document that a search found.
 *
 * @param id of the document
 * @param document null where the search asked for none
 * @param sort values by which it has its place
 * @param highlight for each field in which something was found, the marked texts
 */
public record StoredHit<T>(
    String id, T document, List<FieldValue> sort, Map<String, List<String>> highlight) {}

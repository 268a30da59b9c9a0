package dev.podium.gateway.export;

import dev.podium.contracts.event.UtcMillis;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What an export is and by what it is known to be whole.
 *
 * @param url where it came from, to be asked again
 * @param query the parameters that were given
 * @param count of exchanges
 * @param bytes of the file before the manifest, uncompressed
 * @param sha256 of those bytes, lower-case hex
 * @param index the generation of the index that was read
 * @param moments of how many moments of the index the exchanges are: one, unless the client was so
 *     slow that the index forgot the first
 */
record Manifest(
    String url,
    Map<String, List<String>> query,
    long count,
    long bytes,
    String sha256,
    @UtcMillis Instant startedAt,
    @UtcMillis Instant finishedAt,
    String index,
    int moments) {}

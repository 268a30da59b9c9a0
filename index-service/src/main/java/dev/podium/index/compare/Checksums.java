package dev.podium.index.compare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podium.kit.digest.Sha256;
import java.math.BigInteger;
import java.util.List;

/**
 * Checksums of documents that have to be the same in every generation. The order of properties does
 * not count, which another release may write otherwise.
 */
final class Checksums {

  /**
   * What may differ: a repeat has another time than the record that it repeats, of which compaction
   * leaves one; and what stayed out is told by the documents that are not there.
   */
  private static final List<String> LEFT_OUT = List.of("recordedAt", "incomplete");

  private static final JsonMapper SORTED =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  /** Of a document's source. */
  static BigInteger of(JsonNode source) {
    ObjectNode counted = source.deepCopy();
    counted.remove(LEFT_OUT);
    try {
      Object plain = SORTED.treeToValue(counted, Object.class);
      return new BigInteger(1, Sha256.of(SORTED.writeValueAsBytes(plain)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("JSON that was read is written", e);
    }
  }

  private Checksums() {}
}

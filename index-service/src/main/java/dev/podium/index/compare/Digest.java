package dev.podium.index.compare;

import dev.podium.index.schema.Kind;
import dev.podium.kit.digest.Sha256;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.TreeMap;

/**
 * All documents of one briefing in one generation.
 *
 * @param documents checksums by kind and id
 */
record Digest(Map<String, BigInteger> documents) {

  static final Digest NONE = new Digest(Map.of());

  Digest {
    documents = Map.copyOf(documents);
  }

  /** Of the names and the checksums of all documents, whatever their order. */
  BigInteger checksum() {
    MessageDigest sha = Sha256.begin();
    new TreeMap<>(documents)
        .forEach(
            (name, checksum) -> {
              sha.update(name.getBytes(StandardCharsets.UTF_8));
              sha.update(checksum.toByteArray());
            });
    return new BigInteger(1, sha.digest());
  }

  long count(Kind kind) {
    return documents.keySet().stream().filter(name -> name.startsWith(kind.alias() + '/')).count();
  }

  /** Whether it has all documents that another one has, and more. */
  boolean isMoreThan(Digest other) {
    return documents.size() > other.documents.size()
        && documents.keySet().containsAll(other.documents.keySet());
  }
}

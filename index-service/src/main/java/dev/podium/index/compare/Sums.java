package dev.podium.index.compare;

import dev.podium.index.schema.Generation;
import dev.podium.index.schema.Kind;
import java.math.BigInteger;

/** What a generation holds, summed up over briefings. */
final class Sums {

  private long briefings;
  private long exchanges;
  private long history;
  private BigInteger checksum = BigInteger.ZERO;

  void add(Digest digest) {
    count(digest, 1);
  }

  /** Takes back what was added. */
  void remove(Digest digest) {
    count(digest, -1);
  }

  private void count(Digest digest, int sign) {
    if (!digest.documents().isEmpty()) {
      briefings += sign * digest.count(Kind.BRIEFINGS);
      exchanges += sign * digest.count(Kind.EXCHANGES);
      history += sign * digest.count(Kind.HISTORY);
      checksum = checksum.xor(digest.checksum());
    }
  }

  ComparisonReport.Side of(Generation generation) {
    return new ComparisonReport.Side(
        generation.number(), briefings, exchanges, history, String.format("%064x", checksum));
  }
}

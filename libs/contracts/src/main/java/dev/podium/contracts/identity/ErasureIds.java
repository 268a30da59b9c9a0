package dev.podium.contracts.identity;

/** Ids of erasures: what is taken away twice is one erasure. */
public final class ErasureIds {

  /**
   * The id of an erasure.
   *
   * @param subjectId of the exchange, or of the page where it is taken away as a whole
   */
  public static String of(String subjectId) {
    return Base32Hash.of("erasure", subjectId);
  }

  private ErasureIds() {}
}

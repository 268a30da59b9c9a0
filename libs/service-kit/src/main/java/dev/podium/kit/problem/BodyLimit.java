package dev.podium.kit.problem;

import java.io.IOException;
import java.io.InputStream;

/** Reads request bodies up to a limit. */
public final class BodyLimit {

  /**
   * The whole body.
   *
   * @param limit in bytes
   * @throws ProblemException with 413 if it is longer
   */
  public static byte[] read(InputStream body, int limit) throws IOException {
    byte[] bytes = body.readNBytes(limit + 1);
    if (bytes.length > limit) {
      throw new ProblemException(
          Problem.of(413, HttpCodes.code(413), "the body is larger than " + limit + " bytes"));
    }
    return bytes;
  }

  private BodyLimit() {}
}

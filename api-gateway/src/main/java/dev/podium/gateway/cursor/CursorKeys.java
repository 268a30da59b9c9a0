package dev.podium.gateway.cursor;

import java.util.List;

/** The secrets that cursors are signed with. */
interface CursorKeys {

  /** Those that verify, each at least 16 bytes; the first one signs. Never empty. */
  List<byte[]> all();

  /**
   * Looks for secrets that others have made meanwhile; may wait for the database.
   *
   * @return whether there can be other ones than before
   * @throws dev.podium.kit.problem.ProblemException with 503 if none were ever found
   */
  boolean renew();
}

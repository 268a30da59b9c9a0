package dev.podium.gateway.openapi;

import java.util.List;

/**
 * An answer that an operation can give beside those that its method tells of: a problem, or 304.
 *
 * @param status in three digits
 */
record OperationAnswer(String status, String description) {

  /** Of whatever has an {@code ETag}. */
  static final OperationAnswer UNCHANGED = answer(304, "It is what `If-None-Match` names");

  static final OperationAnswer WRONG_PARAMETERS =
      answer(400, "Parameters are wrong; `errors` names each");
  static final OperationAnswer WRONG_REQUEST =
      answer(400, "The request is wrong; `errors` names each mistake");
  static final OperationAnswer ERASED =
      answer(410, "It was erased on demand; `erasure` says by which erasure");
  static final OperationAnswer NO_INDEX = answer(503, "The search index cannot be reached now");
  static final OperationAnswer NO_DATABASE = answer(503, "The database cannot be reached now");

  static final OperationAnswer ARCHIVE_FAILS =
      answer(502, "UTF-16 offsets are wanted, and the archive fails");
  static final OperationAnswer ARCHIVE_SILENT =
      answer(504, "UTF-16 offsets are wanted, and the archive does not answer");

  /** Of whatever can count UTF-16 units, for which the page's text is needed. */
  static final List<OperationAnswer> OF_OFFSETS =
      List.of(
          answer(409, "UTF-16 offsets are wanted, and the archive has not the page"),
          ARCHIVE_FAILS,
          ARCHIVE_SILENT);

  static OperationAnswer answer(int status, String description) {
    return new OperationAnswer(Integer.toString(status), description);
  }

  boolean isProblem() {
    return !equals(UNCHANGED);
  }
}

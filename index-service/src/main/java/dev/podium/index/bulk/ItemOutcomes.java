package dev.podium.index.bulk;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what Elasticsearch says of one document. */
final class ItemOutcomes {

  /** The lowest status that does not say that something was done. */
  static final int ERRORS_FROM = 300;

  private static final int BAD_REQUEST = 400;
  private static final int CONFLICT = 409;
  private static final int TOO_LARGE = 413;
  private static final int MAX_REASON = 500;

  // Said with status 400, but of the index and not of the document.
  private static final Set<String> OF_THE_INDEX =
      Set.of("index_closed_exception", "index_not_found_exception", "cluster_block_exception");

  // What an operation takes of the memory that a node has for all of them together.
  private static final Pattern MEMORY =
      Pattern.compile("_operation_bytes=(\\d{1,18}), max_\\w+_bytes=(\\d{1,18})");

  /**
   * The outcome of an item.
   *
   * @param create whether only an absent document was to be written
   * @param errorType of Elasticsearch, or null without an error
   */
  static BulkOutcome of(int status, boolean create, String errorType, String reason) {
    if (status == CONFLICT) {
      return create ? BulkOutcome.DONE : BulkOutcome.CONFLICT;
    }
    if (status < ERRORS_FROM) {
      return BulkOutcome.DONE;
    }
    String text = text(status, errorType, reason);
    boolean ofTheDocument = status == BAD_REQUEST && !OF_THE_INDEX.contains(errorType);
    return ofTheDocument || status == TOO_LARGE
        ? new BulkOutcome.Rejected(text)
        : new BulkOutcome.Retry(text);
  }

  /**
   * The outcome of a document that was sent alone. One that needs more memory than the node has for
   * all documents never gets in, although it is told to come again.
   */
  static BulkOutcome alone(BulkOutcome outcome) {
    if (outcome instanceof BulkOutcome.Retry(String reason)) {
      Matcher memory = MEMORY.matcher(reason);
      if (memory.find()) {
        long needed = Long.parseLong(memory.group(1));
        long most = Long.parseLong(memory.group(2));
        return needed > most ? new BulkOutcome.Rejected(tooLarge(needed, most)) : outcome;
      }
    }
    return outcome;
  }

  private static String tooLarge(long needed, long most) {
    return "Elasticsearch: the document needs "
        + needed
        + " bytes of memory, and the node takes "
        + most
        + " at once; with a larger heap or indexing_pressure.memory.limit it gets in";
  }

  private static String text(int status, String errorType, String reason) {
    String text = "Elasticsearch: " + status + ' ' + errorType + ": " + reason;
    return text.length() <= MAX_REASON ? text : text.substring(0, MAX_REASON) + "…";
  }

  private ItemOutcomes() {}
}

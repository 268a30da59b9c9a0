package dev.podium.index.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemOutcomesTest {

  @ParameterizedTest
  @CsvSource({
    "200, false, , Done",
    "201, true, , Done",
    "409, false, version_conflict_engine_exception, Conflict",
    "409, true, version_conflict_engine_exception, Done",
    "400, false, document_parsing_exception, Rejected",
    "400, true, strict_dynamic_mapping_exception, Rejected",
    "413, false, content_too_long, Rejected",
    "400, false, index_closed_exception, Retry",
    "403, false, cluster_block_exception, Retry",
    "404, false, index_not_found_exception, Retry",
    "429, false, es_rejected_execution_exception, Retry",
    "429, false, cluster_block_exception, Retry",
    "500, false, exception, Retry",
    "503, false, unavailable_shards_exception, Retry"
  })
  void onlyTheDocumentsOwnFaultRejectsIt(int status, boolean create, String type, String outcome) {
    BulkOutcome read = ItemOutcomes.of(status, create, type, "why");

    assertThat(read.getClass().getSimpleName()).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({
    "primary_operation_bytes=115759520, max_primary_bytes=53687091, Rejected",
    "primary_operation_bytes=3000, max_primary_bytes=53687091, Retry",
    "coordinating_operation_bytes=53687092, max_coordinating_bytes=53687091, Rejected"
  })
  void aDocumentThatNeedsMoreThanTheNodeHasIsRejected(String needs, String has, String outcome) {
    BulkOutcome busy =
        ItemOutcomes.of(
            429,
            false,
            "es_rejected_execution_exception",
            "rejected execution of primary operation [coordinating_and_primary_bytes=28940104, "
                + "replica_bytes=0, all_bytes=28940104, %s, %s]".formatted(needs, has));

    BulkOutcome alone = ItemOutcomes.alone(busy);

    assertThat(busy).isInstanceOf(BulkOutcome.Retry.class);
    assertThat(alone.getClass().getSimpleName()).isEqualTo(outcome);
  }
}

package dev.podium.gateway.openapi;

import dev.podium.gateway.parameter.QueryParameter;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is told of an operation beside what its method tells.
 *
 * @param id of the operation
 * @param answers where two have one status, the later one counts
 * @param refusal whom it refuses with 403 beside those who have not the scope; null where nobody
 * @param etag what its {@code ETag} is of; null where it has none
 * @param isPaged whether a header leads to the next page
 */
record OperationFacts(
    String id,
    List<QueryParameter> parameters,
    List<OperationAnswer> answers,
    String refusal,
    String etag,
    boolean isPaged) {

  static OperationFacts of(String id, OperationAnswer... answers) {
    return new OperationFacts(id, List.of(), List.of(answers), null, null, false);
  }

  OperationFacts asks(List<QueryParameter> wanted) {
    return new OperationFacts(id, wanted, answers, refusal, etag, isPaged);
  }

  /** More answers. */
  OperationFacts or(OperationAnswer... more) {
    List<OperationAnswer> all = Stream.concat(answers.stream(), Stream.of(more)).toList();
    return new OperationFacts(id, parameters, all, refusal, etag, isPaged);
  }

  OperationFacts or(List<OperationAnswer> more) {
    return or(more.toArray(OperationAnswer[]::new));
  }

  OperationFacts refuses(String whom) {
    return new OperationFacts(id, parameters, answers, whom, etag, isPaged);
  }

  OperationFacts tagged(String of) {
    return new OperationFacts(id, parameters, answers, refusal, of, isPaged);
  }

  OperationFacts paged() {
    return new OperationFacts(id, parameters, answers, refusal, etag, true);
  }
}

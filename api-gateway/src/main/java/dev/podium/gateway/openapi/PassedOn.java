package dev.podium.gateway.openapi;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.Operation;

/** How what is passed on to a service can end before the service has answered. */
final class PassedOn {

  /** Names the service that answers an operation. */
  private static final String SERVICE = "x-served-by";

  static boolean is(Operation operation) {
    return operation.getExtensions() != null && operation.getExtensions().containsKey(SERVICE);
  }

  /** Those that are not told of it otherwise; none of an operation that the gateway answers. */
  static List<OperationAnswer> answers(Operation operation) {
    if (!is(operation)) {
      return List.of();
    }
    String service = operation.getExtensions().get(SERVICE).toString();
    Stream<OperationAnswer> ofBodies =
        operation.getRequestBody() == null
            ? Stream.empty()
            : Stream.of(
                OperationAnswer.answer(408, "The rest of the body does not arrive"),
                OperationAnswer.answer(413, "The body is larger than 10 MiB"));
    return Stream.concat(
            ofBodies,
            Stream.of(
                OperationAnswer.answer(502, service + " failed, or broke off"),
                OperationAnswer.answer(503, service + ", or what it needs, cannot be reached now"),
                OperationAnswer.answer(504, service + " does not answer")))
        .filter(answer -> !operation.getResponses().hasAPIResponse(answer.status()))
        .toList();
  }

  private PassedOn() {}
}

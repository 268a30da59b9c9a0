package dev.podium.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.whole.DescribedOperations.Operation;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Holds what the gateway tells of the operations that it passes on to what the services themselves
 * tell of them.
 */
class PassedOnOperationsIT {

  /** What services answer to the gateway alone, which has addresses of its own for it. */
  private static final Pattern NOT_PASSED_ON =
      Pattern.compile(
          "GET /v1/sources(/\\{id})?|(GET|POST) /v1/erasures.*|GET /v1/changes|GET /v1/parser");

  private static Map<String, Operation> passedOn(String service) throws IOException {
    return byAddress(
        DescribedOperations.of("api-gateway").stream()
            .filter(operation -> operation.service().contains(service))
            .toList());
  }

  private static Map<String, Operation> own(String service) throws IOException {
    return byAddress(
        DescribedOperations.of(service).stream()
            .filter(operation -> !NOT_PASSED_ON.matcher(operation.address()).matches())
            .toList());
  }

  private static Map<String, Operation> byAddress(List<Operation> operations) {
    return operations.stream().collect(Collectors.toMap(Operation::address, Function.identity()));
  }

  @Test
  void everyServiceThatTheGatewayNamesIsOne() throws IOException {
    assertThat(DescribedOperations.of("api-gateway"))
        .extracting(Operation::service)
        .containsOnly(
            "",
            "ingest-service",
            "parse-service",
            "index-service",
            "parse-service or index-service");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ingest-service", "parse-service", "index-service"})
  void theGatewayDescribesWhatAServiceHasAndNothingElse(String service) throws IOException {
    assertThat(passedOn(service))
        .isNotEmpty()
        .containsOnlyKeys(own(service).keySet().toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ingest-service", "parse-service", "index-service"})
  void itDescribesThemAsTheServiceDoes(String service) throws IOException {
    Map<String, Operation> passedOn = passedOn(service);

    assertThat(own(service))
        .allSatisfy(
            (address, own) -> {
              Operation here = passedOn.get(address);
              assertThat(here.query()).isEqualTo(own.query());
              assertThat(here.successes()).isEqualTo(own.successes());
              // The gateway tells more of them: its own, and those that all of a service have.
              assertThat(here.problems()).containsAll(own.problems());
              if (!own.fields().isEmpty()) {
                assertThat(here.fields()).isEqualTo(own.fields());
              }
            });
  }
}

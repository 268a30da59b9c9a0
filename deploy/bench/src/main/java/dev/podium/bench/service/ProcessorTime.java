package dev.podium.bench.service;

import java.time.Duration;
import java.util.stream.Stream;

/**
 * Processor time of the service, and of all else that this JVM has started, which is the broker.
 */
record ProcessorTime(Duration service, Duration broker) {

  static ProcessorTime now(ParseService service) {
    ProcessHandle own = ProcessHandle.of(service.pid()).orElseThrow();
    Duration ofService = of(Stream.concat(Stream.of(own), own.descendants()));
    return new ProcessorTime(ofService, of(ProcessHandle.current().descendants()).minus(ofService));
  }

  private static Duration of(Stream<ProcessHandle> processes) {
    return processes
        .flatMap(process -> process.info().totalCpuDuration().stream())
        .reduce(Duration.ZERO, Duration::plus);
  }

  ProcessorTime minus(ProcessorTime earlier) {
    return new ProcessorTime(service.minus(earlier.service), broker.minus(earlier.broker));
  }
}

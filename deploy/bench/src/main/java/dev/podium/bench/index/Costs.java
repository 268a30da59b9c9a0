package dev.podium.bench.index;

import java.time.Duration;
import java.util.stream.Stream;

/** Processor time of each side until now. */
record Costs(Duration service, Duration broker, Duration elasticsearch) {

  static Costs now(Servers servers, Instances instances) {
    Duration service =
        instances.servers().stream()
            .map(server -> of(server.running().pid()))
            .reduce(Duration.ZERO, Duration::plus);
    return new Costs(
        service, of(servers.kafka().running().pid()), of(servers.elasticsearch().running().pid()));
  }

  private static Duration of(long pid) {
    return ProcessHandle.of(pid).stream()
        .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
        .flatMap(process -> process.info().totalCpuDuration().stream())
        .reduce(Duration.ZERO, Duration::plus);
  }

  Costs minus(Costs earlier) {
    return new Costs(
        service.minus(earlier.service),
        broker.minus(earlier.broker),
        elasticsearch.minus(earlier.elasticsearch));
  }
}

package dev.podium.bench.index;

import dev.podium.local.server.Server;
import java.time.Duration;
import java.util.stream.Stream;

/** Processor time of each side until now. */
record Costs(Duration service, Duration broker, Duration elasticsearch) {

  static Costs now(Servers servers, Instances instances) {
    Duration service =
        instances.servers().stream().map(Costs::of).reduce(Duration.ZERO, Duration::plus);
    return new Costs(service, of(servers.kafka()), of(servers.elasticsearch()));
  }

  /** Of one server with all its processes. */
  static Duration of(Server server) {
    return ProcessHandle.of(server.running().pid()).stream()
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

package dev.podium.bench.index;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How fast instances of the service take what lies in the topic.
 *
 * @param first briefings a second of the first tenth after the warm-up
 * @param last of the last tenth
 * @param rate of all after the warm-up
 * @param briefings that count
 * @param costs processor time for those
 */
record Run(double first, double last, double rate, int briefings, Costs costs) {

  private static final int PARTS = 10;

  private record Moment(long nanos, long count) {

    double rateSince(Moment earlier) {
      return (count - earlier.count) * 1e9 / (nanos - earlier.nanos);
    }
  }

  /**
   * Starts the instances, and ends them when the topic is taken.
   *
   * @param there how many briefings a search sees before
   * @param warmUp that do not count
   * @param counted that count
   */
  static Run of(
      Path root,
      Servers servers,
      int instances,
      long there,
      int warmUp,
      int counted,
      Path recording)
      throws IOException {
    Elasticsearch elasticsearch = new Elasticsearch(servers);
    elasticsearch.settle();
    try (Instances running = Instances.start(root, servers, instances, recording)) {
      Moment begin = await(elasticsearch, there + warmUp);
      Costs before = Costs.now(servers, running);
      Moment first = await(elasticsearch, there + warmUp + counted / PARTS);
      Moment beforeLast = await(elasticsearch, there + warmUp + counted - counted / PARTS);
      Moment end = await(elasticsearch, there + warmUp + counted);
      return new Run(
          first.rateSince(begin),
          end.rateSince(beforeLast),
          end.rateSince(begin),
          (int) (end.count() - begin.count()),
          Costs.now(servers, running).minus(before));
    }
  }

  /** The first look at so many or more. */
  private static Moment await(Elasticsearch elasticsearch, long wanted) {
    Waits.until(() -> elasticsearch.searchable("briefings") >= wanted);
    return new Moment(System.nanoTime(), elasticsearch.searchable("briefings"));
  }

  /** Milliseconds for a briefing. */
  double millis(Duration of) {
    return of.toNanos() / 1e6 / briefings;
  }
}

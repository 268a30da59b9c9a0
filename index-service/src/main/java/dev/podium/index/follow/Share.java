package dev.podium.index.follow;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * What one member has of its group's work.
 *
 * @param leads whether it has the first partition, which one member has at a time
 * @param lag records that are left in its partitions
 */
record Share(boolean leads, long lag) {

  static final Share NONE = new Share(false, 0);

  static Share of(Consumer<?, ?> consumer) {
    long lag = 0;
    boolean leads = false;
    for (TopicPartition partition : consumer.assignment()) {
      lag += consumer.currentLag(partition).orElse(0);
      leads |= partition.partition() == 0;
    }
    return new Share(leads, lag);
  }
}

package dev.podium.index.rebuild;

import dev.podium.index.group.Groups;
import dev.podium.index.schema.Generation;
import java.util.List;
import java.util.Map;

/** Whether generations have read all that was there when they were first asked. */
final class Reading {

  private final Groups groups;
  private final List<Generation> generations;
  private final Map<Integer, Long> ends;

  /**
   * The ends of the topic as they are now.
   *
   * @throws dev.podium.index.group.GroupsException if Kafka does not tell
   */
  Reading(Groups groups, Generation... generations) {
    this.groups = groups;
    this.generations = List.of(generations);
    this.ends = groups.ends();
  }

  boolean isThrough() {
    return generations.stream()
        .allMatch(generation -> groups.position(generation.group()).reaches(ends));
  }
}

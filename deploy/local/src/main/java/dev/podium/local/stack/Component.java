package dev.podium.local.stack;

import dev.podium.local.server.Server;
import java.util.Set;

/**
 * A part of the stack.
 *
 * @param startsAfter those that must have been ready once before its first start
 * @param layer those of a higher one are stopped before those of a lower one
 */
record Component(Server server, Set<String> startsAfter, Layer layer) {

  Component {
    startsAfter = Set.copyOf(startsAfter);
  }

  String name() {
    return server.name();
  }

  /** Who uses whom. */
  enum Layer {
    STORE,
    SERVICE
  }
}

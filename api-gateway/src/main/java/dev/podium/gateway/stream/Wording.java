package dev.podium.gateway.stream;

import dev.podium.gateway.change.ChangeRecord;
import java.util.concurrent.CompletableFuture;

/** The words in which a stream tells a change: its JSON, without line breaks. */
@FunctionalInterface
interface Wording {

  /** As it was published. */
  Wording PUBLISHED = change -> CompletableFuture.completedFuture(change.json());

  /** Fails where it cannot be told for now. */
  CompletableFuture<String> of(ChangeRecord change);
}

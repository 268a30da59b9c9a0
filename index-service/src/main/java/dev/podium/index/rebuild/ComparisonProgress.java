package dev.podium.index.rebuild;

import dev.podium.index.compare.Comparison;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/** Notes now and then how far a comparison is. */
final class ComparisonProgress implements Comparison.Caller {

  private static final Duration EVERY = Duration.ofSeconds(10);

  private final LongConsumer note;
  private final BooleanSupplier wanted;
  private final BooleanSupplier awaitBoth;
  private long notedAt = System.nanoTime();

  ComparisonProgress(LongConsumer note, BooleanSupplier wanted, BooleanSupplier awaitBoth) {
    this.note = note;
    this.wanted = wanted;
    this.awaitBoth = awaitBoth;
  }

  @Override
  public boolean wants(long compared) {
    if (System.nanoTime() - notedAt > EVERY.toNanos()) {
      notedAt = System.nanoTime();
      note.accept(compared);
    }
    return wanted.getAsBoolean();
  }

  @Override
  public boolean awaitBoth() {
    return awaitBoth.getAsBoolean();
  }
}

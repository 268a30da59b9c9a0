package dev.podium.local.importing;

import dev.podium.local.progress.Progress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Remembers the lines that stay. */
final class Lines implements Progress {

  final List<String> texts = Collections.synchronizedList(new ArrayList<>());

  @Override
  public void update(long done, long total, String label) {
    // Only what stays is looked at.
  }

  @Override
  public void line(String text) {
    texts.add(text);
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}

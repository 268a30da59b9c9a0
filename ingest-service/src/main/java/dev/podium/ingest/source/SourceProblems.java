package dev.podium.ingest.source;

import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong in source files, so that one start names all of it. */
final class SourceProblems {

  private final List<Mistake> mistakes = new ArrayList<>();

  /**
   * What is wrong in a file.
   *
   * @param line from 1; 0 where it is no line's
   * @param key with the keys that it lies in; empty where it is no key's
   */
  record Mistake(String file, int line, String key, String what) {

    @Override
    public String toString() {
      return file + (line > 0 ? ":" + line : "") + ": " + (key.isEmpty() ? "" : key + ": ") + what;
    }
  }

  void add(String file, int line, String key, String what) {
    mistakes.add(new Mistake(file, line, key, what));
  }

  void add(String file, String what) {
    add(file, 0, "", what);
  }

  List<Mistake> mistakes() {
    return List.copyOf(mistakes);
  }

  List<String> all() {
    return mistakes.stream().map(Mistake::toString).toList();
  }

  void throwIfAny() {
    if (!mistakes.isEmpty()) {
      throw new InvalidSourceException(all());
    }
  }
}

package dev.podium.ingest.source;

import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong in source files, so that one start names all of it. */
final class SourceProblems {

  private final List<String> problems = new ArrayList<>();

  void add(String file, int line, String key, String what) {
    problems.add(file + ':' + line + ": " + (key.isEmpty() ? "" : key + ": ") + what);
  }

  void add(String file, String what) {
    problems.add(file + ": " + what);
  }

  List<String> all() {
    return List.copyOf(problems);
  }

  void throwIfAny() {
    if (!problems.isEmpty()) {
      throw new InvalidSourceException(all());
    }
  }
}

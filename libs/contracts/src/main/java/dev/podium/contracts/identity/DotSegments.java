package dev.podium.contracts.identity;

import java.util.ArrayList;
import java.util.List;

/** The segments {@code .} and {@code ..} of absolute paths, resolved as RFC 3986, 5.2.4 does. */
final class DotSegments {

  static String remove(String path) {
    if (path.isEmpty()) {
      return path;
    }
    List<String> kept = new ArrayList<>();
    String[] segments = path.substring(1).split("/", -1);
    for (int i = 0; i < segments.length; i++) {
      resolve(kept, segments[i], i == segments.length - 1);
    }
    return '/' + String.join("/", kept);
  }

  private static void resolve(List<String> kept, String segment, boolean last) {
    boolean up = segment.equals("..");
    if (!up && !segment.equals(".")) {
      kept.add(segment);
      return;
    }
    if (up && !kept.isEmpty()) {
      kept.removeLast();
    }
    if (last) {
      kept.add("");
    }
  }

  private DotSegments() {}
}

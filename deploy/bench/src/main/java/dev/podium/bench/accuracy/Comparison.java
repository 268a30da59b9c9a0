package dev.podium.bench.accuracy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Two runs: which exchanges appeared, vanished, or have another answer or label. */
final class Comparison {

  private static final int SHOWN = 90;

  private final List<String> lines = new ArrayList<>();
  private int appeared;
  private int vanished;
  private int changed;

  Comparison(List<RunFile.Page> before, List<RunFile.Page> after) {
    Map<String, RunFile.Page> earlier = new HashMap<>();
    before.forEach(page -> earlier.put(key(page), page));
    for (RunFile.Page page : after) {
      RunFile.Page old = earlier.get(key(page));
      if (old != null) {
        compare(old, page);
      }
    }
  }

  private static String key(RunFile.Page page) {
    return page.set() + '/' + page.file();
  }

  private void compare(RunFile.Page before, RunFile.Page after) {
    String page = key(after);
    if (!Objects.equals(before.rejection(), after.rejection())) {
      lines.add(page + ": rejection " + before.rejection() + " -> " + after.rejection());
    }
    Map<String, RunFile.Cut> old = new LinkedHashMap<>();
    before.exchanges().forEach(cut -> old.put(cut.id(), cut));
    for (RunFile.Cut cut : after.exchanges()) {
      RunFile.Cut was = old.remove(cut.id());
      if (was == null) {
        appeared++;
        lines.add(page + ": appeared: " + words(cut));
      } else if (!was.equals(cut)) {
        changed++;
        lines.add(page + ": changed: " + difference(was, cut));
      }
    }
    vanished += old.size();
    old.values().forEach(cut -> lines.add(page + ": vanished: " + words(cut)));
  }

  private static String difference(RunFile.Cut was, RunFile.Cut is) {
    return Objects.equals(was.answer(), is.answer())
        ? "label " + was.label() + " -> " + is.label() + " of " + words(is)
        : words(is) + " now ends " + end(is.answer()) + ", before " + end(was.answer());
  }

  private static String words(RunFile.Cut cut) {
    String text = cut.question() != null ? cut.question() : cut.answer();
    return '"' + (text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text) + '"';
  }

  private static String end(String text) {
    if (text == null) {
      return "with no answer";
    }
    return "in \"…" + text.substring(Math.max(0, text.length() - SHOWN / 2)) + '"';
  }

  /** In one line. */
  String summary() {
    return appeared + " exchanges appeared, " + vanished + " vanished, " + changed + " changed";
  }

  /** What differs, a line each. */
  List<String> lines() {
    return lines;
  }
}

package dev.podium.ingest.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A line of a response's head, as received. */
public record Header(String name, String value) {

  /** What is kept of a head, in characters; lines beyond are left out. */
  static final int MAX_KEPT = 64 * 1024;

  // What would end the line, or cannot be kept in the database.
  private static final Pattern BREAKS = Pattern.compile("[\\r\\n\\x00]+");

  public Header {
    name = BREAKS.matcher(name).replaceAll(" ");
    value = BREAKS.matcher(value).replaceAll(" ");
  }

  /** Those of a response, in their order. */
  public static List<Header> of(List<Map.Entry<String, String>> received) {
    return received.stream().map(one -> new Header(one.getKey(), one.getValue())).toList();
  }

  /** As they are kept: a line each; null where there are none. */
  static String write(List<Header> headers) {
    StringBuilder lines = new StringBuilder();
    for (Header header : headers) {
      String line = header.name() + ": " + header.value() + '\n';
      if (lines.length() + line.length() <= MAX_KEPT) {
        lines.append(line);
      }
    }
    return lines.isEmpty() ? null : lines.toString();
  }

  /** From what is kept, or null. */
  static List<Header> read(String lines) {
    List<Header> headers = new ArrayList<>();
    for (String line : lines == null ? List.<String>of() : lines.lines().toList()) {
      int colon = line.indexOf(": ", 1);
      headers.add(new Header(line.substring(0, colon), line.substring(colon + 2)));
    }
    return headers;
  }
}

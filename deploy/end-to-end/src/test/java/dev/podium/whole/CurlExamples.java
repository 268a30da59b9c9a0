package dev.podium.whole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The commands with curl that stand in the docs, ready to be run: {@code ID} is the id of an
 * exchange, {@code PAGE} of its page, and the ports are those of the stack that runs.
 *
 * @param wanted the status that the comment behind it tells, in words such as {@code # answers 400}
 */
record CurlExamples(String file, String command, int wanted) {

  private static final Pattern COMMAND = Pattern.compile("(?m)^ {4}(curl (?:.*\\\\\\n)*.*)$");
  private static final Pattern WANTED = Pattern.compile("# answers (\\d{3})");
  private static final int OK = 200;

  /** What changes more than it shows, or what has its own chapter. */
  private static final Pattern NOT_RUN =
      Pattern.compile(
          "-X (POST|PUT|PATCH|DELETE)|--data-binary|-N\\b|\\$|Authorization|HOST:|[<{]|\\.\\.\\.");

  /** All that only read, without a key. */
  static List<CurlExamples> of(Path root) {
    try (Stream<Path> docs = Files.list(root.resolve("docs"))) {
      return Stream.concat(Stream.of(root.resolve("README.md")), docs)
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .flatMap(CurlExamples::in)
          .filter(example -> !NOT_RUN.matcher(example.command()).find())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<CurlExamples> in(Path file) {
    try {
      return COMMAND
          .matcher(Files.readString(file))
          .results()
          .map(found -> found.group(1))
          .map(command -> new CurlExamples(file.getFileName().toString(), command, wanted(command)))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int wanted(String command) {
    return WANTED
        .matcher(command)
        .results()
        .map(found -> Integer.parseInt(found.group(1)))
        .findFirst()
        .orElse(OK);
  }

  /** As it is to be run. */
  String with(Map<String, String> values) {
    String ready = command;
    for (Map.Entry<String, String> value : values.entrySet()) {
      ready = ready.replaceAll("\\b" + value.getKey() + "\\b", value.getValue());
    }
    // Every status is told, and one that is an error is no success.
    return "curl() { command curl -sS -w '\\nstatus %{http_code}\\n' \"$@\"; }\n" + ready;
  }
}

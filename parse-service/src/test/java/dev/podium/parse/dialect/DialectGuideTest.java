package dev.podium.parse.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is written for those who describe publishers and read briefings is what the code has. */
class DialectGuideTest {

  private static final Pattern CODE =
      Pattern.compile("(?:Warning|Rejection|warn|reject)\\(\\s*\"([a-z]+(?:-[a-z]+)*)\"");

  @Test
  void theGuideHasEveryKey() throws IOException {
    String guide = Files.readString(Path.of("../docs/dialects.md"));

    assertThat(DialectReader.KEYS).allSatisfy(key -> assertThat(guide).contains("`" + key + "`"));
    assertThat(DialectReader.TURNS).allSatisfy(key -> assertThat(guide).contains("`" + key + "`"));
    assertThat(DialectReader.REASONS)
        .allSatisfy(key -> assertThat(guide).contains("`" + key + "`"));
  }

  @Test
  void everyCodeOfAWarningOrRejectionIsDescribedForConsumers() throws IOException {
    String events = Files.readString(Path.of("../docs/events.md"));

    assertThat(codes())
        .contains("date-disagreement", "charset-detected", "empty")
        .allSatisfy(code -> assertThat(events).contains("`" + code + "`"));
  }

  private static Set<String> codes() throws IOException {
    Set<String> codes = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        Matcher code = CODE.matcher(Files.readString(file));
        while (code.find()) {
          codes.add(code.group(1));
        }
      }
    }
    return codes;
  }
}

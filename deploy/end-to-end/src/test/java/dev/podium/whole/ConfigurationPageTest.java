package dev.podium.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/configuration.md lists every setting of our own, with its default, and no other. */
class ConfigurationPageTest {

  private static final Pattern ROW =
      Pattern.compile("^\\| `([a-z0-9.-]+)` \\| (`([^`]*)`)? *\\|.+");

  @Test
  void thePageAndTheCodeAgree() throws IOException {
    assertThat(documented()).isEqualTo(DeclaredSettings.all());
  }

  private static Map<String, String> documented() throws IOException {
    Map<String, String> rows = new TreeMap<>();
    Path page = ProjectRoot.find().resolve("docs/configuration.md");
    for (String line : Files.readAllLines(page)) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        rows.put(row.group(1), row.group(3) == null ? "" : row.group(3));
      }
    }
    return rows;
  }
}

package dev.podium.parse.transcript;

import dev.podium.parse.briefing.ParserFiles;
import dev.podium.parse.page.Block;
import dev.podium.parse.page.Layout;
import dev.podium.parse.page.NoLineBreaks;
import dev.podium.parse.page.PageReader;
import dev.podium.parse.registry.Outlets;
import dev.podium.parse.registry.Spokespersons;
import dev.podium.parse.yaml.Declaration;
import dev.podium.parse.yaml.YamlFiles;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A page of a publisher that nobody described.
 *
 * @param lines as they were cut apart
 */
record UnknownPage(TranscriptReader reader, List<String> lines) {

  private static final List<Declaration> REGISTRIES =
      YamlFiles.shipped("registries", List.of("outlets", "spokespersons"));

  /** A page with a paragraph for each line. */
  static UnknownPage of(String... lines) {
    TranscriptReader reader =
        new TranscriptReader(
            ParserFiles.dialects(null).generic(),
            Outlets.read(REGISTRIES),
            Spokespersons.read(REGISTRIES),
            null);
    return new UnknownPage(reader, reader.apart(blocks(lines)).stream().map(Block::text).toList());
  }

  /** The blocks of a page with a paragraph for each line. */
  static List<Block> blocks(String... lines) {
    String html =
        Arrays.stream(lines)
            .map(line -> "<p>" + line + "</p>")
            .collect(Collectors.joining("", "<main>", "</main>"));
    return PageReader.read(html, "text/html", Layout.UNKNOWN, new NoLineBreaks()).blocks();
  }
}

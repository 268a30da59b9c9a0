package dev.podium.parse.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.podium.contracts.briefing.Briefing;
import dev.podium.parse.Pages;
import dev.podium.parse.briefing.BriefingParser;
import dev.podium.parse.briefing.ParserFiles;
import dev.podium.parse.dialect.Dialects;
import dev.podium.parse.registry.Outlets;
import dev.podium.parse.registry.Spokespersons;
import dev.podium.parse.yaml.Declaration;
import dev.podium.parse.yaml.InvalidDeclarationException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Dialects and registries of any bytes whatever, and shipped ones with edits at any places: they
 * are refused with a reason, or a page can be parsed by them.
 */
class DeclarationFuzzTest {

  private static final String[] DIALECTS = ParserFiles.dialects(null).ids().toArray(String[]::new);
  private static final List<Declaration> NONE = List.of();
  private static final int MOST_EDITS = 8;
  private static final int LONGEST_EDIT = 60;

  private static final byte[] TEXT =
      """
      Press briefing of 2 March 2026

      MR. NOBODY:  Good afternoon.  (Laughter.)
      Q  Is it so?
      Journalist of the Daily: And why is it so?
      A: It is so because it was so.
      ********
      [Note] Nothing more was asked.
      """
          .getBytes(StandardCharsets.UTF_8);

  @FuzzTest(maxDuration = "15m")
  void anyDialect(FuzzedDataProvider data) {
    parsesOrRefuses(data.consumeRemainingAsBytes());
  }

  @FuzzTest(maxDuration = "15m")
  void editedDialect(FuzzedDataProvider data) {
    StringBuilder yaml = new StringBuilder(shipped(data.pickValue(DIALECTS)));
    int edits = data.consumeInt(1, MOST_EDITS);
    for (int i = 0; i < edits; i++) {
      int start = data.consumeInt(0, yaml.length());
      int end = Math.min(yaml.length(), start + data.consumeInt(0, LONGEST_EDIT));
      yaml.replace(start, end, data.consumeString(LONGEST_EDIT));
    }
    parsesOrRefuses(yaml.toString().getBytes(StandardCharsets.UTF_8));
  }

  @FuzzTest(maxDuration = "15m")
  void anyRegistry(FuzzedDataProvider data) {
    byte[] yaml = data.consumeRemainingAsBytes();
    try {
      Spokespersons spokespersons = Spokespersons.read(List.of(declaration(yaml)));
      Outlets outlets = Outlets.read(List.of(declaration(yaml)));
      parses(new BriefingParser(ParserFiles.dialects(null), outlets, spokespersons), "generic");
    } catch (InvalidDeclarationException e) {
      assertThat(e).hasMessageStartingWith("any.yaml: ");
    }
  }

  private static void parsesOrRefuses(byte[] yaml) {
    Declaration generic = declaration(shipped("generic").getBytes(StandardCharsets.UTF_8));
    Dialects dialects;
    try {
      dialects = Dialects.read(List.of(generic, declaration(yaml)));
    } catch (InvalidDeclarationException e) {
      assertThat(e).hasMessageStartingWith("any.yaml: ");
      return;
    }
    BriefingParser parser =
        new BriefingParser(dialects, Outlets.read(NONE), Spokespersons.read(NONE));
    parses(parser, dialects.ids().getLast());
  }

  private static void parses(BriefingParser parser, String dialect) {
    parses(parser, dialect, "text/html", Pages.french(2));
    parses(parser, dialect, "text/plain", TEXT);
  }

  private static void parses(
      BriefingParser parser, String dialect, String contentType, byte[] page) {
    Briefing briefing = parser.parse(page, HostileFacts.of(page, dialect, contentType));

    String text = new String(page, StandardCharsets.UTF_8);
    assertThat(Promises.broken(text, contentType, briefing)).isEmpty();
  }

  private static Declaration declaration(byte[] yaml) {
    return Declaration.read("any.yaml", new ByteArrayInputStream(yaml));
  }

  private static String shipped(String dialect) {
    String path = "/dialects/" + dialect + ".yaml";
    try (InputStream file = DeclarationFuzzTest.class.getResourceAsStream(path)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.podium.parse.hostile;

import dev.podium.parse.briefing.BriefingParser;
import dev.podium.parse.briefing.ParserFiles;
import dev.podium.parse.dialect.Dialects;
import dev.podium.parse.yaml.Declaration;
import dev.podium.parse.yaml.YamlFiles;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The parser with the shipped dialects and one that means it no well. */
public final class HostileParser implements CountedParser {

  static final String CATASTROPHIC = "catastrophic";

  private static final String PATTERNS =
      "['(a+)+$', '(.*)*(.*)*(.*)*x', '([a-z]+ ?)+!', '(a|a)*b', '(?:(?:){99}){99}y', '(.{0,300}){2,}z']";

  private static final String DIALECT =
      """
      id: %1$s
      lines: {furniture: %2$s, date: %2$s}
      dividers: %2$s
      notices: %2$s
      notes: %2$s
      titles: %2$s
      holders: %2$s
      turns:
        questions: [Q]
        answers: [A]
        askers: %2$s
        speakers: %2$s
        persons: %2$s
        labels: true
        bracketed: true
        alone: true
        dashes: true
        relabelled: true
      """
          .formatted(CATASTROPHIC, PATTERNS);

  private final BriefingParser parser;

  public HostileParser() {
    List<Declaration> files =
        new ArrayList<>(YamlFiles.shipped("dialects", ParserFiles.dialects(null).ids()));
    byte[] hostile = DIALECT.getBytes(StandardCharsets.UTF_8);
    files.add(Declaration.read(CATASTROPHIC, new ByteArrayInputStream(hostile)));
    parser = ParserFiles.parser(Dialects.read(files), null);
  }

  @Override
  public void parse(byte[] body, String dialect, String contentType) {
    parser.parse(body, HostileFacts.of(body, dialect, contentType));
  }
}

package dev.podium.bench.pages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Conferences as turns: a line of dashes, who speaks, and what is said. A voice in a recording has
 * no truth: nobody says whether it asks.
 */
final class TurnPages {

  private static final String SOURCE = "mx-presidency-es";
  private static final Pattern ASKS =
      Pattern.compile(
          "(PREGUNTA|INTERLOCUTORA?|INTERVENCIÓN|VOZ|VOCES)\\b.*", Pattern.UNICODE_CASE);
  private static final Pattern PLAYS = Pattern.compile("(?s).*\\(INICIA VIDEO.*");
  private static final Pattern ENDS_PLAYING = Pattern.compile("(?s).*\\(FINALIZA VIDEO.*");

  /** The mark of the end is nobody's word. */
  private static final Pattern END = Pattern.compile("\\s*[-—–―]*000[-—–―]*\\s*$");

  static List<TruePage> read(List<Path> files) throws IOException {
    List<TruePage> pages = new ArrayList<>();
    for (Path file : files) {
      byte[] body = Files.readAllBytes(file);
      BenchPage page =
          BenchPage.of(
              "https://www.gob.mx/presidencia/" + pages.size(),
              BenchPage.Origin.named(SOURCE),
              "text/plain; charset=UTF-8",
              body);
      pages.add(
          new TruePage(
              file.getFileName().toString(),
              page,
              new Truth(
                  null,
                  null,
                  null,
                  List.of(),
                  turns(new String(body, StandardCharsets.UTF_8).split("\n---\n", -1)))));
    }
    return pages;
  }

  private static List<Truth.Turn> turns(String[] parts) {
    List<Truth.Turn> turns = new ArrayList<>();
    boolean playing = false;
    for (int i = 1; i < parts.length; i++) {
      int line = parts[i].indexOf('\n');
      String text = line < 0 ? "" : END.matcher(parts[i].substring(line + 1)).replaceAll("");
      if (!text.isBlank()) {
        boolean voice = ASKS.matcher(parts[i].substring(0, line).strip()).matches();
        if (!voice || !playing) {
          turns.add(new Truth.Turn(voice, text.strip()));
        }
      }
      playing =
          PLAYS.matcher(parts[i]).matches()
              || (playing && !ENDS_PLAYING.matcher(parts[i]).matches());
    }
    return turns;
  }

  private TurnPages() {}
}

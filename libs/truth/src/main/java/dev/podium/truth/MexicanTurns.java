package dev.podium.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Who of the speakers in Mexico's stenographic versions asks. */
final class MexicanTurns {

  private static final Pattern ASKER =
      Pattern.compile("(PREGUNTA|INTERLOCUTORA?|INTERVENCIÓN|VOZ|VOCES)( .*)?");
  private static final Pattern VOICE = Pattern.compile("(VOZ|VOCES)( .*)?");
  private static final Pattern PLAY = Pattern.compile("\\(INICIA .*");
  private static final Pattern STOP = Pattern.compile("\\(FINALIZA .*");
  private static final Pattern END = Pattern.compile("[—―–-]+0+[—―–-]+");

  private final List<Truth.Turn> turns = new ArrayList<>();
  private boolean playing;

  /**
   * The turns of blocks that begin with the speaker's line. The voices of a recording speak for the
   * podium; it ends, where nobody says so, when somebody else than a voice speaks.
   */
  static List<Truth.Turn> of(List<List<String>> blocks) {
    MexicanTurns reading = new MexicanTurns();
    blocks.forEach(reading::add);
    return reading.turns;
  }

  private void add(List<String> block) {
    String speaker = block.getFirst();
    if (isNote(speaker)) {
      follow(speaker);
      return;
    }
    playing = playing && VOICE.matcher(speaker).matches();
    Truth.Side side =
        ASKER.matcher(speaker).matches() && !playing ? Truth.Side.ASKER : Truth.Side.PODIUM;
    List<String> said = block.stream().skip(1).filter(l -> !END.matcher(l).matches()).toList();
    if (!said.isEmpty()) {
      turns.add(new Truth.Turn(side, String.join("\n", said)));
    }
    said.forEach(this::follow);
  }

  /** In brackets altogether, or in brackets that a later line closes; an office may have some. */
  private static boolean isNote(String line) {
    int close = line.indexOf(')');
    return line.startsWith("(") && (close < 0 || close == line.length() - 1);
  }

  private void follow(String line) {
    playing = PLAY.matcher(line).matches() || (playing && !STOP.matcher(line).matches());
  }
}

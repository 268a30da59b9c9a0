package dev.podium.parse.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.contracts.briefing.Note;
import dev.podium.parse.briefing.ParserFiles;
import dev.podium.parse.dialect.LinePatterns;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoteFinderTest {

  private static final LinePatterns COMMON = ParserFiles.dialects(null).generic().notes();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "No.  (Laughter.) | (Laughter.)",
        "He (inaudible) and left. | (inaudible)",
        "好的。（现场播放视频） | （现场播放视频）",
        "（以下、英語にて発言）Thank you. | （以下、英語にて発言）",
        "Sí. (El portavoz muestra el documento) | (El portavoz muestra el documento)",
        "Oui. (La journaliste montre son téléphone.) Et après ? | (La journaliste montre son téléphone.)",
        "Done. [He later said that it was not.] | [He later said that it was not.]",
        "The summit (10+1) is on. |",
        "The coast guard (of China) and the navy. |",
        "We met the minister (Foreign Affairs), who agreed. |",
        "It was his [iranien] counterpart. |",
        "Open ( and never closed. |",
        "() [] |"
      })
  void aNoteIsAReactionOrAWholeSentenceInBrackets(String text, String note) {
    assertThat(NoteFinder.find(text, COMMON).stream().map(Note::text).toList())
        .isEqualTo(note == null ? List.of() : List.of(note));
  }

  @Test
  void itsOffsetsCountCodePoints() {
    Note note = NoteFinder.find("😀 ja (Lachen) 😀", COMMON).getFirst();

    assertThat(note.start()).isEqualTo(5);
    assertThat(note.end()).isEqualTo(13);
  }
}

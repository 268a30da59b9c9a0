package dev.podium.index.briefing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.podium.index.Answering;
import dev.podium.index.schema.Generation;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredBriefingsTest {

  private static final Generation FIRST = new Generation(1);
  private static final String NOT_FOUND =
      "{\"_index\": \"briefings-1\", \"_id\": \"a\", \"found\": false}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "{}",
        "{\"docs\": []}",
        "{\"docs\": [" + NOT_FOUND + "]}",
        "<html>It works!</html>",
        "{\"docs\": ["
      })
  void aPageThatAnAnswerDoesNotTellOfIsNotUnknown(String answer) throws IOException {
    try (Answering elasticsearch = new Answering(200, answer)) {
      StoredBriefings stored = new StoredBriefings(elasticsearch.client());

      assertThatExceptionOfType(StoredBriefings.UnreadableException.class)
          .isThrownBy(() -> stored.marks(FIRST, List.of("a", "b")));
    }
  }

  @Test
  void aPageThatIsNotFoundIs() throws IOException {
    String answer = "{\"docs\": [" + NOT_FOUND + ", " + NOT_FOUND + "]}";
    try (Answering elasticsearch = new Answering(200, answer)) {
      assertThat(new StoredBriefings(elasticsearch.client()).marks(FIRST, List.of("a", "b")))
          .isEmpty();
    }
  }
}

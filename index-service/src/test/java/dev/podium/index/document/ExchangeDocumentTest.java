package dev.podium.index.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.event.EventJson;
import dev.podium.index.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExchangeDocumentTest {

  private static List<String> speakerNames(String speaker) throws Exception {
    ObjectNode page =
        EventJson.MAPPER.valueToTree(Sample.page("speakers").asked("Quand ?", "Demain.").present());
    ((ObjectNode) page.at("/exchanges/0/answer/parts/0"))
        .set("speaker", EventJson.MAPPER.readTree(speaker));
    Briefing briefing = EventJson.MAPPER.convertValue(page, Briefing.class);
    return ExchangeDocument.of(
            ExchangeEntry.live(briefing.exchanges().getFirst().id(), briefing.version()),
            briefing.exchanges().getFirst(),
            briefing,
            new BriefingDocument.Revision(briefing.version(), briefing.state()))
        .speakerNames();
  }

  @Test
  void somebodyWhomNoRegistryKnowsAnswersByHisLabel() throws Exception {
    assertThat(speakerNames("{\"id\": null, \"name\": null, \"label\": \"M. Perrin\"}"))
        .containsExactly("M. Perrin");
    assertThat(speakerNames("{\"id\": \"a\", \"name\": \"Ann\", \"label\": \"Mme A.\"}"))
        .containsExactly("Ann");
    assertThat(speakerNames("null")).isEmpty();
  }
}

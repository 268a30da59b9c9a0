package dev.podium.gateway.document;

import static dev.podium.gateway.document.AknSchema.elements;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class AkomaNtosoTest {

  @ParameterizedTest
  @ValueSource(strings = {"Le porte-parole", "  ", Fixture.HOSTILE, "答记者问", "\u0001"})
  void aBriefingIsADebateThatTheStandardAllows(String text) throws Exception {
    Document document = AknSchema.valid(AkomaNtoso.write(Fixture.page(text, "zh-Hant")));
    assertThat(elements(document, "question")).hasSize(5);
    assertThat(elements(document, "answer")).hasSize(3);
    assertThat(elements(document, "speech")).hasSize(1);
    assertThat(elements(document, "script")).isEmpty();
  }

  @Test
  void oneWithoutExchangesAndDateIsToo() throws Exception {
    Document document = AknSchema.valid(AkomaNtoso.write(Fixture.empty()));
    Element work = elements(document, "FRBRthis").getFirst();
    assertThat(work.getAttribute("value")).isEqualTo("/akn/zz/debate/2026-01-01/abcdefghij234567");
    assertThat(elements(document, "FRBRlanguage").getFirst().getAttribute("language"))
        .isEqualTo("und");
  }

  @Test
  void itsNamesAreThoseOfTheConvention() throws Exception {
    Document document = AknSchema.valid(AkomaNtoso.write(Fixture.page("Text", "zh-Hant")));
    assertThat(elements(document, "FRBRthis"))
        .extracting(element -> element.getAttribute("value"))
        .containsExactly(
            "/akn/cn/debate/2024-02-29/abcdefghij234567",
            "/akn/cn/debate/2024-02-29/abcdefghij234567/zho@2026-01-01/v1767254400000001",
            "/akn/cn/debate/2024-02-29/abcdefghij234567/zho@2026-01-01/v1767254400000001.akn");
  }

  @Test
  void theSchemaRefusesWhatTheStandardDoes() {
    String valid = new String(AkomaNtoso.write(Fixture.page("Text", "fr")), StandardCharsets.UTF_8);
    for (String broken :
        new String[] {
          valid.replaceFirst(" by=\"[^\"]*\"", ""),
          valid.replaceFirst("<FRBRcountry [^>]*>", ""),
          valid.replace("dbsect_2\"", "dbsect_1\""),
          valid.replaceFirst("<debateBody.*</debateBody>", ""),
        }) {
      assertThat(broken).isNotEqualTo(valid);
      assertThatThrownBy(() -> AknSchema.valid(broken.getBytes(StandardCharsets.UTF_8)))
          .isInstanceOf(org.xml.sax.SAXException.class);
    }
  }
}

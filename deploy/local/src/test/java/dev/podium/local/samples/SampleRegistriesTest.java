package dev.podium.local.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The people and outlets of the truth are known; the invented ones are nobody real. */
class SampleRegistriesTest {

  private static final Path SAMPLES = SampleSite.SAMPLES.resolve("registries");
  private static final Path SHIPPED = Path.of("../../parse-service/src/main/resources/registries");

  @Test
  void everySpokespersonIsInTheRegistry() throws IOException {
    Set<String> known = ids(SAMPLES.resolve("sample-spokespersons.yaml"), "spokespersons");

    assertThat(expected("/spokespersons")).isNotEmpty().isEqualTo(known);
  }

  @Test
  void everyOutletIsInARegistryAndEveryInventedOneAsks() throws IOException {
    Set<String> invented = ids(SAMPLES.resolve("sample-outlets.yaml"), "outlets");
    Set<String> real = ids(SHIPPED.resolve("outlets.yaml"), "outlets");
    Set<String> asking =
        ExpectedBriefing.all().stream()
            .flatMap(briefing -> briefing.json().findValues("outlets").stream())
            .flatMap(outlets -> StreamSupport.stream(outlets.spliterator(), false))
            .map(JsonNode::textValue)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());

    assertThat(asking).containsAll(invented);
    asking.removeAll(invented);
    assertThat(asking).isNotEmpty().isSubsetOf(real);
  }

  @ParameterizedTest
  @ValueSource(strings = {"outlets", "spokespersons"})
  void noInventedNameOrIdIsARealOne(String key) throws IOException {
    Path invented = SAMPLES.resolve("sample-" + key + ".yaml");
    Path real = SHIPPED.resolve(key + ".yaml");

    assertThat(ids(invented, key)).doesNotContainAnyElementsOf(ids(real, key));
    assertThat(names(invented, key)).doesNotContainAnyElementsOf(names(real, key));
  }

  private static Set<String> expected(String pointer) {
    return ExpectedBriefing.all().stream()
        .flatMap(briefing -> briefing.texts(pointer).stream())
        .collect(Collectors.toSet());
  }

  private static Set<String> ids(Path registry, String key) throws IOException {
    return StreamSupport.stream(entries(registry, key).spliterator(), false)
        .map(entry -> entry.required("id").textValue())
        .collect(Collectors.toSet());
  }

  private static List<String> names(Path registry, String key) throws IOException {
    return StreamSupport.stream(entries(registry, key).spliterator(), false)
        .flatMap(entry -> entry.required("names").properties().stream())
        .flatMap(names -> StreamSupport.stream(names.getValue().spliterator(), false))
        .map(JsonNode::asText)
        .toList();
  }

  private static JsonNode entries(Path registry, String key) throws IOException {
    return new YAMLMapper().readTree(registry.toFile()).required(key);
  }
}

package dev.podium.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.bench.accuracy.Accuracy;
import dev.podium.bench.frontier.FrontierSpeed;
import dev.podium.bench.gateway.GatewaySpeed;
import dev.podium.bench.index.IndexSpeed;
import dev.podium.bench.parse.ParseSpeed;
import dev.podium.bench.service.ServiceSpeed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The shell scripts hold the help, so they are held to the programs. */
class HelpTest {

  @ParameterizedTest
  @ValueSource(
      classes = {
        Accuracy.class,
        FrontierSpeed.class,
        GatewaySpeed.class,
        IndexSpeed.class,
        ParseSpeed.class,
        ServiceSpeed.class
      })
  void theScriptNamesTheProgramAndEveryOption(Class<?> program) throws IOException {
    CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.forAnnotatedObject(program);
    Path script = Path.of("../..").resolve(spec.name());

    String help = Files.readString(script);

    assertThat(Files.isExecutable(script)).isTrue();
    assertThat(help).contains("podium_program bench " + program.getName() + " ");
    for (var option : spec.options()) {
      assertThat(help).contains("#   " + option.longestName() + " ");
    }
  }
}

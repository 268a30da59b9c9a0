package dev.podium.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The shell scripts hold the help, so they are held to the commands. */
class HelpTest {

  static Stream<CommandLine> commands() {
    return Main.commandLine().getSubcommands().values().stream()
        .filter(command -> !command.getCommandSpec().usageMessage().hidden());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void theScriptNamesEveryOption(CommandLine command) throws IOException {
    Path script = Path.of(command.getCommandName());

    String help = Files.readString(script);

    assertThat(Files.isExecutable(script)).isTrue();
    assertThat(help).contains("podium_run " + command.getCommandName() + " ");
    for (var option : command.getCommandSpec().options()) {
      assertThat(help).contains("#   " + option.longestName() + " ");
    }
    for (var parameter : command.getCommandSpec().positionalParameters()) {
      assertThat(help).contains(parameter.paramLabel());
    }
  }
}

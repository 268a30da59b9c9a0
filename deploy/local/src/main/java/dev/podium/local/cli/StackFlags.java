package dev.podium.local.cli;

import dev.podium.local.stack.AdminKey;
import dev.podium.local.stack.Ports;
import dev.podium.local.stack.StackOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The flags that describe a stack. */
final class StackFlags {

  /** The variable that holds the key where the flag does not. */
  static final String ADMIN_KEY = "PODIUM_ADMIN_KEY";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(names = "--data")
  private Path data;

  @Option(names = "--port-offset", defaultValue = "0")
  private int portOffset;

  @Option(names = "--no-samples")
  private boolean noSamples;

  @Option(names = "--live")
  private boolean live;

  /** Not given on to the supervisor as an argument, which others can see, but by the variable. */
  @Option(names = "--admin-key", defaultValue = "${env:" + ADMIN_KEY + "}")
  private String adminKey;

  StackOptions options() {
    if (portOffset < 0 || portOffset > Ports.LARGEST_OFFSET) {
      throw new ParameterException(
          command.commandLine(),
          "--port-offset " + portOffset + " is not between 0 and " + Ports.LARGEST_OFFSET);
    }
    if (adminKey != null && !AdminKey.isKey(adminKey)) {
      throw new ParameterException(
          command.commandLine(),
          "--admin-key (or "
              + ADMIN_KEY
              + ") needs 32 to 256 characters of A-Z a-z 0-9 - . _ ~ + /, for example the output of"
              + " openssl rand -hex 32");
    }
    return new StackOptions(
        data == null ? null : data.toAbsolutePath().normalize(),
        portOffset,
        !noSamples,
        live,
        adminKey);
  }

  /** As arguments again. */
  static List<String> arguments(StackOptions options) {
    List<String> arguments = new ArrayList<>();
    arguments.add("--port-offset=" + options.portOffset());
    if (options.data() != null) {
      arguments.add("--data=" + options.data());
    }
    if (!options.samples()) {
      arguments.add("--no-samples");
    }
    if (options.live()) {
      arguments.add("--live");
    }
    return arguments;
  }
}

package dev.podium.local.cli;

import dev.podium.local.server.ServerException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/** The program behind the commands in deploy/local; their shell scripts hold the help. */
@Command(
    name = "deploy/local",
    subcommands = {
      UpCommand.class,
      DownCommand.class,
      StatusCommand.class,
      LogsCommand.class,
      ImportCommand.class,
      StartCommand.class,
      StopCommand.class,
      SuperviseCommand.class
    })
public final class Main {

  /** Something is not as it should be. */
  static final int FAILED = 1;

  /** The command line makes no sense. */
  static final int MISUSED = 2;

  /** There is no stack to do it to. */
  static final int NOT_RUNNING = 3;

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setParameterExceptionHandler(Main::misuse)
        .setExecutionExceptionHandler(Main::failure);
  }

  /** The root of the checkout. */
  static Path root() {
    return Path.of(System.getProperty("podium.root"));
  }

  private static int misuse(CommandLine.ParameterException e, String[] arguments) {
    System.err.println(e.getMessage());
    System.err.println("See deploy/local/" + e.getCommandLine().getCommandName() + " --help");
    return MISUSED;
  }

  private static int failure(Exception e, CommandLine command, ParseResult parsed) {
    System.err.println(
        switch (e) {
          case ServerException told -> told.getMessage();
          case AccessDeniedException denied ->
              "No access to " + denied.getFile() + ": it belongs to another user.";
          case NoSuchFileException missing -> "There is no " + missing.getFile();
          default -> command.getCommandName() + " failed: " + e;
        });
    return FAILED;
  }
}

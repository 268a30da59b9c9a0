package dev.podium.gateway.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Runs commands as somebody would who reads them on a page. */
final class Shell {

  private static final Pattern COMMANDS = Pattern.compile("(?s)<pre>\n(.*?)</pre>");

  /** How a command ended and what it said. */
  record Ended(int code, String output) {}

  static boolean hasPython() throws IOException, InterruptedException {
    return run(Path.of("."), "python3 --version").code() == 0;
  }

  /** Runs all commands of a page, in its folder, until one fails. */
  static Ended commandsOf(Path page) throws IOException, InterruptedException {
    String commands =
        COMMANDS
            .matcher(Files.readString(page))
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.joining("\n"))
            .replace("&quot;", "\"");
    return run(page.getParent(), commands);
  }

  static Ended run(Path folder, String commands) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("sh", "-e", "-c", commands)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), output);
  }

  /** Changes a file as a forger would, who also knows how to make checksums. */
  static void forge(Path folder, String name) throws IOException, InterruptedException {
    Path file = folder.resolve(name);
    if (name.endsWith(".gz")) {
      run(folder, "gzip -dc " + name + " | sed 's/启航/起飞/' | gzip -c > x && mv x " + name);
    } else {
      Files.writeString(file, Files.readString(file).replace("启航", "起飞"));
    }
    run(folder, "sha256sum VERIFY.html exchange.json page.txt page.warc.gz verify.py > SHA256SUMS");
  }

  private Shell() {}
}

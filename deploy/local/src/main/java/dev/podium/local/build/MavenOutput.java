package dev.podium.local.build;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how far Maven is from the lines that it prints. */
final class MavenOutput {

  private static final Pattern MODULE =
      Pattern.compile("\\[INFO] Building (.+?) \\S+ +\\[(\\d+)/(\\d+)]");
  private static final Pattern DOWNLOADED =
      Pattern.compile("Downloaded from \\S+: \\S+ \\(([\\d.]+) (B|kB|MB|GB) at .*");

  private String module = "looking for what is needed";
  private int started;
  private int modules = 1;
  private int files;
  private double megabytes;

  void read(String line) {
    Matcher building = MODULE.matcher(line);
    if (building.find()) {
      module = building.group(1);
      // Modules that are built at the same time begin in any order.
      started = Math.max(started, Integer.parseInt(building.group(2)));
      modules = Integer.parseInt(building.group(3));
    }
    Matcher downloaded = DOWNLOADED.matcher(line);
    if (downloaded.find()) {
      files++;
      megabytes += Double.parseDouble(downloaded.group(1)) * unit(downloaded.group(2));
    }
  }

  private static double unit(String name) {
    return switch (name) {
      case "B" -> 1e-6;
      case "kB" -> 1e-3;
      case "GB" -> 1e3;
      default -> 1;
    };
  }

  static boolean isTransfer(String line) {
    return line.contains("Downloading from ")
        || line.contains("Downloaded from ")
        || line.startsWith("Progress (");
  }

  int modulesDone() {
    return Math.max(0, started - 1);
  }

  int modules() {
    return modules;
  }

  int files() {
    return files;
  }

  String transferred() {
    return String.format(Locale.ROOT, "%d files (%.0f MB) downloaded", files, megabytes);
  }

  String label() {
    return files == 0 ? module : module + ", " + transferred();
  }
}

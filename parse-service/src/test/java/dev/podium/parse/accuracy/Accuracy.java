package dev.podium.parse.accuracy;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.event.EventJson;
import dev.podium.parse.briefing.BriefingParser;
import dev.podium.parse.briefing.ParserFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Parses all data sets and prints how well that went. Arguments: the data folder, and a folder that
 * receives the briefings, so that two runs can be compared.
 */
public final class Accuracy {

  public static void main(String[] arguments) throws IOException {
    Path data = arguments.length > 0 ? Path.of(arguments[0]) : PageSet.data();
    if (data == null) {
      System.out.println("There is no data folder; name one.");
      return;
    }
    BriefingParser parser = ParserFiles.read(null, null);
    for (PageSet set : sets(data)) {
      SetReport report = SetReport.of(set, parser);
      report.lines().forEach(System.out::println);
      if (arguments.length > 1) {
        write(Path.of(arguments[1]).resolve(set.name()), report);
      }
    }
  }

  static List<PageSet> sets(Path data) throws IOException {
    List<PageSet> sets = new ArrayList<>();
    for (String name : List.of("mfa-cn-zh", "white-house")) {
      if (Files.exists(data.resolve(name))) {
        sets.add(PageSet.manifest(data.resolve(name)));
      }
    }
    if (Files.exists(data.resolve("white-house-md"))) {
      sets.add(PageSet.markdown(data.resolve("white-house-md")));
    }
    return sets;
  }

  private static void write(Path folder, SetReport report) throws IOException {
    for (var entry : report.briefings().entrySet()) {
      Briefing briefing = entry.getValue();
      Path file = folder.resolve(entry.getKey() + ".json");
      Files.createDirectories(file.getParent());
      Files.write(file, EventJson.write(briefing));
    }
  }

  private Accuracy() {}
}

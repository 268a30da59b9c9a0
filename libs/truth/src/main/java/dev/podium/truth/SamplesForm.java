package dev.podium.truth;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A site with its sources, and a line of truth for each page, as the local stack ships it. */
final class SamplesForm implements PageForm {

  private static final String EXPECTED = "expected/briefings.jsonl";
  private static final String SCHEME = "https://";

  @Override
  public boolean fits(Path folder) {
    return Files.exists(folder.resolve(EXPECTED));
  }

  @Override
  public List<TruePage> read(String set, Path folder) throws IOException {
    Path file = folder.resolve(EXPECTED);
    List<TruePage> pages = new ArrayList<>();
    for (JsonNode line : JsonLines.read(file)) {
      String url = JsonLines.required(line, "url", file);
      String path = url.substring(SCHEME.length());
      Path source = folder.resolve("sources/" + JsonLines.required(line, "source", file) + ".yaml");
      pages.add(
          new TruePage(
              set,
              path,
              folder.resolve("site").resolve(path),
              url,
              Origin.declared(FrontMatter.read(Files.readAllLines(source))),
              "text/html",
              GoldenForm.truth(line, file + ": " + url)));
    }
    return pages;
  }
}

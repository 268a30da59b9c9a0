package dev.podium.truth;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts of the Chinese foreign ministry's pages, named for day and language. */
final class TextForm implements PageForm {

  private static final Pattern NAME =
      Pattern.compile(
          "(\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\\d|2[0-8]|29|30|31))-([a-z]{2})\\.txt");

  @Override
  public boolean fits(Path folder) throws IOException {
    return PageForm.files(folder, ".txt").stream().anyMatch(file -> name(file).matches());
  }

  private static Matcher name(Path file) {
    return NAME.matcher(file.getFileName().toString());
  }

  @Override
  public List<TruePage> read(String set, Path folder) throws IOException {
    List<TruePage> pages = new ArrayList<>();
    for (Path file : PageForm.files(folder, ".txt")) {
      Matcher name = name(file);
      if (name.matches()) {
        pages.add(
            new TruePage(
                set,
                name.group(),
                file,
                PageForm.inventedUrl(set, pages.size()),
                Origin.of("mfa-cn-" + name.group(2)),
                "text/plain; charset=UTF-8",
                new Truth(null, LocalDate.parse(name.group(1)), null, null, List.of(), List.of())));
      }
    }
    return pages;
  }
}

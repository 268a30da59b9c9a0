package dev.podium.local.samples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A sample source, and the pages that its listings lead to. */
record SampleSource(
    String file, String id, String language, String listing, boolean paged, List<Pattern> include) {

  static List<SampleSource> all() {
    try (Stream<Path> files = Files.list(SampleSite.SAMPLES.resolve("sources"))) {
      return files.sorted().map(SampleSource::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SampleSource read(Path file) {
    try {
      JsonNode yaml = new YAMLMapper().readTree(file.toFile());
      JsonNode listing = yaml.required("listings").required(0);
      List<Pattern> include = new ArrayList<>();
      yaml.at("/links/include").forEach(pattern -> include.add(Pattern.compile(pattern.asText())));
      return new SampleSource(
          file.getFileName().toString(),
          yaml.required("id").asText(),
          yaml.required("language").asText(),
          listing.required("url").asText(),
          listing.required("paging").asText().equals("suffix"),
          include);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The listing's pages, the first one first. */
  List<String> listingPages() {
    List<String> pages = new ArrayList<>(List.of(listing));
    String folder = listing.substring(0, listing.lastIndexOf('/') + 1);
    for (int i = 1;
        paged && Files.exists(SampleSite.file(folder + "default_" + i + ".html"));
        i++) {
      pages.add(folder + "default_" + i + ".html");
    }
    return pages;
  }

  /** The pages that a crawler would take. */
  List<String> pages() {
    return listingPages().stream()
        .flatMap(page -> SampleSite.links(page).stream())
        .filter(link -> include.stream().anyMatch(pattern -> pattern.matcher(link).find()))
        .distinct()
        .toList();
  }

  @Override
  public String toString() {
    return id;
  }
}

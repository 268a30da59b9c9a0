package dev.podium.local.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads {@code _behaviour.yaml} of a host; see the samples' README for the format. */
final class BehaviourFile {

  static final String NAME = "_behaviour.yaml";

  private static final ObjectMapper YAML =
      YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final Path host;
  private final Path file;

  private BehaviourFile(Path host) {
    this.host = host;
    this.file = host.resolve(NAME);
  }

  private record Document(Map<String, PageEntry> pages) {}

  private record PageEntry(List<StepEntry> steps, boolean nonce, String contentType) {}

  private record StepEntry(Integer visit, String file, Integer status, String redirect) {}

  /** Fails, naming the place, when the file says something that cannot be. */
  static Behaviour of(Path host) {
    return new BehaviourFile(host).read();
  }

  private Behaviour read() {
    if (!Files.exists(file)) {
      return Behaviour.NONE;
    }
    Document document = parse();
    if (document == null || document.pages() == null) {
      return Behaviour.NONE;
    }
    Map<String, Behaviour.Page> pages = new HashMap<>();
    document.pages().forEach((path, entry) -> pages.put(checkedPath(path), page(path, entry)));
    return new Behaviour(pages);
  }

  private Document parse() {
    try {
      return YAML.readValue(file.toFile(), Document.class);
    } catch (JsonProcessingException e) {
      var place = e.getLocation();
      throw new BehaviourException(
          file
              + (place == null ? "" : ", line " + place.getLineNr())
              + ": "
              + e.getOriginalMessage(),
          e);
    } catch (IOException e) {
      throw new BehaviourException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private String checkedPath(String path) {
    if (!path.startsWith("/")) {
      throw wrong(path, "a path starts with /");
    }
    return path;
  }

  private Behaviour.Page page(String path, PageEntry entry) {
    if (entry == null) {
      throw wrong(path, "says nothing");
    }
    List<StepEntry> entries = Objects.requireNonNullElse(entry.steps(), List.of());
    List<Behaviour.Step> steps = new ArrayList<>();
    int previous = 0;
    for (StepEntry step : entries) {
      int visit = step.visit() == null ? 0 : step.visit();
      if (visit <= previous || (steps.isEmpty() && visit != 1)) {
        throw wrong(path, "visits of steps start with 1 and ascend");
      }
      previous = visit;
      steps.add(step(path, step, visit));
    }
    return new Behaviour.Page(steps, entry.nonce(), entry.contentType());
  }

  private Behaviour.Step step(String path, StepEntry entry, int visit) {
    if (Stream.of(entry.file(), entry.redirect()).filter(Objects::nonNull).count() > 1) {
      throw wrong(path, "visit " + visit + " has a file and a redirect");
    }
    if (entry.redirect() != null) {
      return new Behaviour.Step(
          visit, null, status(path, entry.status(), 301, 300, 399), entry.redirect());
    }
    if (entry.file() != null) {
      checkFile(path, entry.file());
      return new Behaviour.Step(
          visit, entry.file(), status(path, entry.status(), 200, 200, 599), null);
    }
    if (entry.status() == null) {
      throw wrong(path, "visit " + visit + " needs a file, a redirect or a status");
    }
    return new Behaviour.Step(visit, null, status(path, entry.status(), 0, 400, 599), null);
  }

  private void checkFile(String path, String name) {
    Path target = host.resolve(name).normalize();
    if (!target.startsWith(host) || !Files.isRegularFile(target)) {
      throw wrong(path, "no file " + name);
    }
  }

  private int status(String path, Integer given, int otherwise, int from, int to) {
    int status = given == null ? otherwise : given;
    if (status < from || status > to) {
      throw wrong(path, "status " + status + " does not fit, " + from + " to " + to + " would");
    }
    return status;
  }

  private BehaviourException wrong(String path, String what) {
    return new BehaviourException(file + ", page " + path + ": " + what);
  }
}

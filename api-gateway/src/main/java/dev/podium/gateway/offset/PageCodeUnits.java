package dev.podium.gateway.offset;

import dev.podium.gateway.archive.PageArchive;
import dev.podium.kit.offset.CodeUnits;
import dev.podium.kit.problem.Problem;
import dev.podium.kit.problem.ProblemException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * The code units of pages' decoded bodies, which ingest-service has. A body is read once and only
 * what its offsets need is kept, which of most pages is nothing.
 */
@ApplicationScoped
class PageCodeUnits {

  private static final int REMEMBERED_BYTES = 16 * 1024 * 1024;
  private static final int AT_ONCE = 8;
  private static final int CONFLICT = 409;
  private static final Set<Integer> NOT_THERE = Set.of(404, 410);

  private final PageArchive archive;
  private final ExecutorService readers =
      Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().name("page-text-", 0).factory());
  private final Map<Place, CodeUnits> known = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  PageCodeUnits(PageArchive archive) {
    this.archive = archive;
  }

  /** A revision of a page. */
  record Place(String page, int number) {}

  /**
   * The code units of each.
   *
   * @throws ProblemException with 409 where the archive has a body no more, and 502, 503 or 504
   *     while it cannot be asked
   */
  Map<Place, CodeUnits> of(Collection<Place> places) {
    return of(places, PageCodeUnits::refuse);
  }

  /**
   * The code units of those whose body the archive still has.
   *
   * @throws ProblemException with 502, 503 or 504 while it cannot be asked
   */
  Map<Place, CodeUnits> kept(Collection<Place> places) {
    return of(
        places,
        problem -> {
          if (problem.problem().status() != CONFLICT) {
            throw problem;
          }
        });
  }

  private Map<Place, CodeUnits> of(Collection<Place> places, Consumer<ProblemException> failed) {
    Map<Place, CodeUnits> units = new HashMap<>();
    Map<Place, Future<CodeUnits>> unknown = new LinkedHashMap<>();
    for (Place place : new LinkedHashSet<>(places)) {
      CodeUnits one = find(place);
      if (one == null) {
        unknown.put(place, readers.submit(() -> read(place)));
      } else {
        units.put(place, one);
      }
    }
    try {
      for (Map.Entry<Place, Future<CodeUnits>> one : unknown.entrySet()) {
        try {
          units.put(one.getKey(), wait(one.getValue()));
        } catch (ProblemException e) {
          failed.accept(e);
        }
      }
    } finally {
      unknown.values().forEach(future -> future.cancel(true));
    }
    return units;
  }

  private static void refuse(ProblemException problem) {
    throw problem;
  }

  private static CodeUnits wait(Future<CodeUnits> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ProblemException problem) {
        throw problem;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private CodeUnits read(Place place) {
    try (InputStream text = archive.text(place.page(), place.number())) {
      CodeUnits units = CodeUnits.read(text);
      remember(place, units);
      return units;
    } catch (ProblemException e) {
      throw NOT_THERE.contains(e.problem().status()) ? unknown(place, e) : e;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ProblemException unknown(Place place, ProblemException e) {
    return unknown(
        "revision " + place.number() + " of page " + place.page() + ": " + e.problem().detail());
  }

  /** What says that offsets cannot be told. */
  static ProblemException unknown(String why) {
    return new ProblemException(
        Problem.of(
            CONFLICT,
            "offsets-unknown",
            "segments and leftovers cannot be told in UTF-16 code units, which need the page's"
                + " body; offsets=codepoint does without. "
                + why));
  }

  private synchronized CodeUnits find(Place place) {
    return known.get(place);
  }

  private synchronized void remember(Place place, CodeUnits units) {
    if (known.put(place, units) == null) {
      bytes += units.size();
    }
    Iterator<CodeUnits> eldest = known.values().iterator();
    while (bytes > REMEMBERED_BYTES && known.size() > 1) {
      bytes -= eldest.next().size();
      eldest.remove();
    }
  }

  @PreDestroy
  void close() {
    readers.shutdownNow();
  }
}

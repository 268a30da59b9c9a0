package dev.podium.index.briefing;

import static java.util.stream.Collectors.toSet;

import dev.podium.contracts.briefing.Briefing;
import dev.podium.contracts.briefing.Exchange;
import dev.podium.contracts.change.Change;
import dev.podium.index.change.Causes;
import dev.podium.index.change.ChangeLog;
import dev.podium.index.change.Step;
import dev.podium.index.document.BriefingDocument;
import dev.podium.index.document.BriefingDocument.Revision;
import dev.podium.index.document.ExchangeDocument;
import dev.podium.index.document.ExchangeEntry;
import dev.podium.index.document.HistoryDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decides what a revision makes of the index: from the commit mark, the revision and earlier ones
 * that it names, and nothing else.
 */
final class Planner {

  private final Causes causes;
  private final BriefingDocument mark;
  private final Arrival arrival;
  private final Briefing briefing;
  private final Timeline timeline;
  private final Map<String, ExchangeEntry> known = new HashMap<>();

  /**
   * A planner of one revision.
   *
   * @param mark null where nothing is known of the page
   */
  Planner(Causes causes, BriefingDocument mark, Arrival arrival) {
    this.causes = causes;
    this.mark = mark;
    this.arrival = arrival;
    this.briefing = arrival.briefing();
    this.timeline = Timeline.of(mark, arrival.revision());
    if (mark != null) {
      mark.exchanges().forEach(entry -> known.put(entry.id(), entry));
    }
  }

  /** Whether all that the revision brings is in the index already. */
  boolean nothingToDo() {
    boolean shown = mark != null && Long.valueOf(briefing.version()).equals(mark.contentVersion());
    // Of equal versions the later record counts, and what stayed out may come in now. Of one that
    // is shown no more nothing tells what the history lacks.
    return shown && mark.incomplete().isEmpty() && mark.briefing().equals(briefing);
  }

  /** Versions of the earlier revisions whose texts the plan needs. */
  Set<Long> needed() {
    Set<Long> versions = new TreeSet<>();
    if (late()) {
      versions.add(timeline.after().version());
      if (timeline.before() != null) {
        versions.add(timeline.before().version());
      }
    }
    Set<String> here = new TreeSet<>();
    briefing.exchanges().forEach(exchange -> here.add(exchange.id()));
    for (ExchangeEntry entry : known.values()) {
      boolean concerned = moved() || here.contains(entry.id());
      if (triedAgain(entry) || (!entry.live() && concerned)) {
        versions.add(entry.version());
      }
    }
    versions.remove(briefing.version());
    content().map(Briefing::version).ifPresent(versions::remove);
    return versions;
  }

  /**
   * The plan.
   *
   * @param revisions those that {@link #needed} names
   */
  Plan plan(Revisions revisions) {
    content().ifPresent(revisions::add);
    if (arrival.present()) {
      revisions.add(briefing);
    }
    List<Step> steps = steps();
    Ledger ledger = new Ledger(mark);
    if (late()) {
      ledger.insert(
          revision(revisions, timeline.before()), briefing, revision(revisions, timeline.after()));
    } else {
      ledger.append(steps, content().map(Briefing::version).orElse(null), briefing.version());
    }
    List<ExchangeEntry> entries = ledger.entries(shown());
    List<ExchangeDocument> documents = documents(entries, revisions);
    BriefingDocument next =
        BriefingDocument.of(timeline.newest(), shown(), entries, timeline.all())
            .without(stillOut(documents));
    return new Plan(
        next.version(),
        HistoryDocument.of(briefing, arrival.recordedAt()),
        documents,
        changes(steps, revisions),
        next);
  }

  /** What could not be indexed before and is not tried again now. */
  private List<String> stillOut(List<ExchangeDocument> documents) {
    if (mark == null) {
      return List.of();
    }
    Set<String> tried = documents.stream().map(ExchangeDocument::id).collect(toSet());
    return mark.incomplete().stream().filter(id -> !tried.contains(id)).toList();
  }

  /** Whether a present revision that is newer has come before this one. */
  private boolean late() {
    return arrival.present() && timeline.after() != null;
  }

  private boolean newest() {
    return mark == null || briefing.version() > mark.version();
  }

  /** Whether the page goes or returns with this revision. */
  private boolean moved() {
    return mark != null && newest() && mark.state() != briefing.state();
  }

  private Optional<Briefing> content() {
    return mark == null || mark.contentVersion() == null
        ? Optional.empty()
        : Optional.of(mark.briefing());
  }

  private Briefing shown() {
    boolean replaces = arrival.present() ? !late() : content().isEmpty() && newest();
    return replaces || mark == null ? briefing : mark.briefing();
  }

  private List<Step> steps() {
    if (!arrival.present() || late()) {
      return List.of();
    }
    return Step.between(content().map(Briefing::exchanges).orElse(List.of()), briefing.exchanges());
  }

  /** Documents of the entries that are new, stayed out, or state another revision now. */
  private List<ExchangeDocument> documents(List<ExchangeEntry> entries, Revisions revisions) {
    List<ExchangeDocument> documents = new ArrayList<>();
    for (ExchangeEntry entry : entries) {
      if (restated(entry) || triedAgain(entry) || !entry.equals(known.get(entry.id()))) {
        Exchange text = revisions.text(entry);
        if (text != null) {
          Briefing from = revisions.get(entry.version());
          documents.add(ExchangeDocument.of(entry, text, from, timeline.newest()));
        }
      }
    }
    return documents;
  }

  private boolean restated(ExchangeEntry entry) {
    return moved() || (entry.live() && (newest() || (arrival.present() && !late())));
  }

  /** What stayed out comes in with a record that comes again, not with one that may not have it. */
  private boolean triedAgain(ExchangeEntry entry) {
    return mark != null && mark.knows(briefing.version()) && mark.incomplete().contains(entry.id());
  }

  private List<Change> changes(List<Step> steps, Revisions revisions) {
    if (!newest()) {
      return List.of();
    }
    Briefing before = content().orElse(null);
    Change.Cause cause = causes.of(before, moved(), briefing, arrival.recordedAt());
    long from = mark == null ? 0 : mark.version();
    ChangeLog log = new ChangeLog(shown(), cause, arrival.recordedAt(), from, briefing.version());
    if (before != null && moved()) {
      log = arrival.present() ? log.returned() : log.gone();
    }
    if (before != null && arrival.present()) {
      log = log.corrected(before, briefing);
    }
    return log.steps(steps, id -> past(id, revisions)).changes();
  }

  private Exchange past(String id, Revisions revisions) {
    ExchangeEntry entry = known.get(id);
    return entry == null ? null : revisions.text(entry);
  }

  private static Briefing revision(Revisions revisions, Revision place) {
    return place == null ? null : revisions.get(place.version());
  }
}

package dev.podium.parse.transcript;

import dev.podium.parse.language.LowerCase;
import dev.podium.parse.page.Block;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Withdraws labels that look like an asker's and are a topic of who speaks: a country's name before
 * what asks nothing. A question mark makes a person of it: there are reporters called Georgia.
 */
final class Topics {

  private final Labels labels;
  private final String language;

  /** The names of countries, of which most pages have no need. */
  private Set<String> countries;

  Topics(Labels labels, String language) {
    this.labels = labels;
    this.language = language;
  }

  /** The leads, those of topics going on with what is said before them. */
  List<Lead> withdraw(List<Block> blocks, List<Lead> leads) {
    List<Lead> kept = new ArrayList<>(leads);
    Lead.Kind before = Lead.Kind.NONE;
    for (int i = 0; i < kept.size(); i++) {
      Lead lead = kept.get(i);
      if (lead.kind() == Lead.Kind.NONE) {
        continue;
      }
      if (before == Lead.Kind.ANSWER && isTopic(lead) && !asks(blocks, leads, i)) {
        kept.set(i, Lead.NONE);
      } else {
        before = lead.kind();
      }
    }
    return kept;
  }

  private boolean isTopic(Lead lead) {
    return lead.kind() == Lead.Kind.QUESTION
        && lead.label() != null
        && !labels.isCertain(lead.label())
        && countries().contains(LowerCase.of(lead.label()));
  }

  private static boolean asks(List<Block> blocks, List<Lead> leads, int from) {
    int i = from;
    do {
      if (Marks.asks(blocks.get(i).text(), 0)) {
        return true;
      }
      i++;
    } while (i < leads.size() && leads.get(i).kind() == Lead.Kind.NONE);
    return false;
  }

  private Set<String> countries() {
    if (countries == null) {
      countries = new HashSet<>();
      Locale reader = Locale.forLanguageTag(language);
      for (String code : Locale.getISOCountries()) {
        countries.add(LowerCase.of(Locale.of("", code).getDisplayCountry(reader)));
      }
    }
    return countries;
  }
}

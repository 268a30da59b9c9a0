package dev.podium.parse.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Someone who speaks for an organisation.
 *
 * @param posts what they are there, by organisation
 * @param shortNames what may stand for the whole name at those organisations
 * @param gender which an honorific may contradict; null if nobody says
 * @param since the first year of the posts, or null
 * @param until the last year, or null
 */
record Person(
    String id,
    Map<String, Names> posts,
    Names names,
    List<String> shortNames,
    Gender gender,
    Integer since,
    Integer until) {

  enum Gender {
    MAN,
    WOMAN
  }

  /** With what another file adds. */
  Person and(Person more) {
    Map<String, Names> allPosts = new LinkedHashMap<>(posts);
    more.posts.forEach((organisation, roles) -> allPosts.merge(organisation, roles, Names::and));
    List<String> allShort = new ArrayList<>(shortNames);
    allShort.addAll(more.shortNames);
    return new Person(
        id,
        allPosts,
        names.and(more.names),
        allShort,
        gender != null ? gender : more.gender,
        since != null ? since : more.since,
        until != null ? until : more.until);
  }

  /** Whether they may have spoken on a day; a day that nobody knows may be any. */
  boolean isOn(LocalDate day) {
    return day == null
        || ((since == null || since <= day.getYear()) && (until == null || day.getYear() <= until));
  }

  boolean isOf(String organisation) {
    return posts.containsKey(organisation);
  }

  /** What they are, in a language; or null. */
  String role(String organisation, String language) {
    Names roles = posts.get(organisation);
    return roles == null ? null : roles.own(language);
  }

  /** Whether a label says what they are, and nothing else. */
  boolean isCalled(String label, String organisation) {
    Names roles = posts.get(organisation);
    String key = Folding.key(label);
    return roles != null && roles.all().anyMatch(role -> Folding.key(role).equals(key));
  }

  /** The name in a language; else as printed, if anything is; else the English one. */
  String name(String language, String printed) {
    String known = names.in(language);
    return known != null ? known : printed != null ? printed : names.in("en");
  }
}

package dev.podium.gateway.erasure;

import java.util.Set;

/**
 * Texts in the gateway's own database that may quote what the index has, and have to go when it is
 * erased on demand.
 */
public interface Quotations {

  /**
   * Some of them.
   *
   * @param last where to go on; null behind the last
   * @param ids of the briefings and exchanges that they may quote
   */
  record Some(String last, Set<String> ids) {}

  /**
   * Looks through them in any order that stays.
   *
   * @param after where to go on; null for the first
   * @throws dev.podium.kit.problem.ProblemException with 503 while the database cannot be reached
   */
  Some look(String after, int most);

  /**
   * Takes away whatever may quote one of these; the same again does nothing.
   *
   * @param ids of briefings and exchanges
   * @return how many texts are gone
   * @throws dev.podium.kit.problem.ProblemException with 503 while the database cannot be reached
   */
  int erase(Set<String> ids);
}

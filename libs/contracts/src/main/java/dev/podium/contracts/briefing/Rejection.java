package dev.podium.contracts.briefing;

/**
 * Why a page is no briefing.
 *
 * @param code stable, lower case with hyphens
 * @param text for people, with the evidence
 */
public record Rejection(String code, String text) {

  /** The code of a page that was erased on demand. */
  public static final String ERASED = "erased";
}

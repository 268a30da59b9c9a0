package dev.podium.gateway.export;

/**
 * Keeps spreadsheets from running what a text begins with as a formula, which OWASP describes as
 * CSV injection: whoever writes a question on a page must not run commands where a journalist opens
 * it.
 */
final class Formulas {

  // The wide ones are taken for the narrow ones where the system's language is Chinese or Japanese.
  private static final String BEGINNINGS = "=+-@\t\r\n＝＋－＠";

  /** The text, with an apostrophe before it where it would be run. */
  static String quoted(String text) {
    return isFormula(text) ? '\'' + text : text;
  }

  private static boolean isFormula(String text) {
    return !text.isEmpty() && (isBeginning(text.charAt(0)) || isBeginning(firstVisible(text)));
  }

  private static boolean isBeginning(char first) {
    return BEGINNINGS.indexOf(first) >= 0;
  }

  private static char firstVisible(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isWhitespace(c)
          && !Character.isSpaceChar(c)
          && Character.getType(c) != Character.FORMAT) {
        return c;
      }
    }
    return ' ';
  }

  private Formulas() {}
}

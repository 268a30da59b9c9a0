package dev.podium.ingest.discover;

import java.util.regex.Pattern;

/** How the pages of a listing have their number in their address. */
interface PageNumbers {

  /** What a number may look like there. */
  Pattern DIGITS = Pattern.compile("[0-9]{1,7}");

  /** The address of a page. */
  String address(int number);

  /** The number of the page at an address; -1 where it is none of the listing's. */
  int number(String address);

  /** The value of digits; -1 for other texts. */
  static int value(String text) {
    return DIGITS.matcher(text).matches() ? Integer.parseInt(text) : -1;
  }
}

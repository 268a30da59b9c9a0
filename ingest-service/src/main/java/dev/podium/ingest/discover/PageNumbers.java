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

  /** The folder that an address is in, whatever its parameters. */
  static String folder(String address) {
    int query = address.indexOf('?');
    String path = query < 0 ? address : address.substring(0, query);
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  /** The value of digits; -1 for other texts. */
  static int value(String text) {
    return DIGITS.matcher(text).matches() ? Integer.parseInt(text) : -1;
  }
}

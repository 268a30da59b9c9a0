package dev.podium.gateway.access;

/**
 * Paths as resources are matched by them, so that no spelling of an address needs or costs less
 * than another.
 */
public final class PlainPath {

  /**
   * A path without matrix parameters, empty segments, and a slash at its end.
   *
   * @param path normalized: dots resolved, no character escaped that need not be
   */
  public static String of(String path) {
    String plain =
        path.indexOf(';') < 0 && !path.contains("//")
            ? path
            : path.replaceAll(";[^/]*", "").replaceAll("//+", "/");
    boolean hasEnd = plain.length() > 1 && plain.endsWith("/");
    return hasEnd ? plain.substring(0, plain.length() - 1) : plain;
  }

  private PlainPath() {}
}

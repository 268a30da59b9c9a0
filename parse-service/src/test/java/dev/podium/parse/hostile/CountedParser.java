package dev.podium.parse.hostile;

/** A parser whose work is counted. */
public interface CountedParser {

  void parse(byte[] body, String dialect, String contentType);
}

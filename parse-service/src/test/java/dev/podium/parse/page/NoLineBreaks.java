package dev.podium.parse.page;

/** No line stands for itself: what a page's own layout does not part goes on. */
public final class NoLineBreaks implements LineBreaks {

  @Override
  public boolean beginsTurn(String line) {
    return false;
  }

  @Override
  public boolean standsAlone(String line) {
    return false;
  }
}

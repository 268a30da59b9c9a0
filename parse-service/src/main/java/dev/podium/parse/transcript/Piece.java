package dev.podium.parse.transcript;

import dev.podium.parse.page.Block;

/** A paragraph of a turn: the part of a block after its marker or label. */
public record Piece(Block block, int from) {

  String text() {
    return block.text().substring(from);
  }

  boolean isEmpty() {
    return from >= block.text().length();
  }

  /** Most of it is bold. */
  boolean bold() {
    return block.style().bold() * 2 > block.style().visible();
  }

  boolean asks() {
    return !isEmpty() && block.asks();
  }
}

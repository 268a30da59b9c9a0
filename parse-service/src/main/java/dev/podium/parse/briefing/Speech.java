package dev.podium.parse.briefing;

import dev.podium.parse.page.Block;
import dev.podium.parse.page.Region;
import dev.podium.parse.transcript.TranscriptReader;
import java.util.BitSet;
import java.util.List;

/** Which blocks of a page begin a question or an answer. */
final class Speech {

  private final List<Block> blocks;
  private final BitSet begins = new BitSet();
  private final BitSet labels = new BitSet();

  /** The first block that does; asked for each block, and far to look for where it is late. */
  private int first;

  private Speech(List<Block> blocks) {
    this.blocks = blocks;
  }

  static Speech of(List<Block> blocks, TranscriptReader transcripts) {
    Speech speech = new Speech(blocks);
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      if (block.region() != Region.FURNITURE
          && block.region() != Region.BESIDE
          && transcripts.startsSpeech(block.text())) {
        speech.begins.set(i);
        speech.labels.set(i, transcripts.saysNothing(block.text()));
      }
    }
    speech.first = speech.next(0);
    return speech;
  }

  boolean at(int block) {
    return begins.get(block);
  }

  /** Whether the block before is a label and nothing else: whatever comes then is said. */
  boolean isAwaited(int block) {
    return block > 0 && labels.get(block - 1);
  }

  int count() {
    return begins.cardinality();
  }

  /** The first block that does; behind the page if none does. */
  int first() {
    return first;
  }

  /** The first block from this one on that does; behind the page if none does. */
  int next(int from) {
    int next = begins.nextSetBit(from);
    return next < 0 ? blocks.size() : next;
  }

  /** The last block that does, or -1. */
  int last() {
    return begins.length() - 1;
  }

  boolean isIn(Region region) {
    return begins.stream().anyMatch(block -> blocks.get(block).region() == region);
  }
}

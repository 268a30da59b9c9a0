package dev.podium.gateway.elastic;

import java.io.IOException;

/** Elasticsearch answers, but not with what was asked for. */
final class UnreadableAnswerException extends IOException {

  private static final long serialVersionUID = 1;

  UnreadableAnswerException(IOException e) {
    super(e.getMessage(), e);
  }
}

package dev.podium.gateway.export;

import java.io.IOException;

/** An export that ended before its time, of which its client knows. */
final class BrokenOffException extends IOException {

  private static final long serialVersionUID = 1;

  BrokenOffException(Exception cause) {
    super(cause);
  }
}

package dev.podium.kit.outbound;

import java.net.ConnectException;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Says what went wrong in a connection. */
public final class Failures {

  private static final int MAX_LENGTH = 300;

  /** The reason in a few words, without a stack. */
  public static String inWords(Throwable failure) {
    String message =
        switch (root(failure)) {
          case ConnectException e -> "no connection: " + e.getMessage();
          case SSLException e -> "TLS: " + deepest(e).getMessage();
          case TimeoutException e -> "too slow: " + e.getMessage();
          case Throwable e when timeout(e) -> "too slow: " + e.getMessage();
          case Throwable e -> "broken off: " + e.getMessage();
        };
    return message.length() <= MAX_LENGTH ? message : message.substring(0, MAX_LENGTH);
  }

  /** What is wrong with a certificate is said by the innermost alone. */
  private static Throwable deepest(Throwable failure) {
    Throwable deepest = failure;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    return deepest;
  }

  private static boolean timeout(Throwable failure) {
    return failure.getClass().getSimpleName().contains("Timeout")
        || String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("timeout");
  }

  private static Throwable root(Throwable failure) {
    return failure.getCause() instanceof SSLException tls ? tls : failure;
  }

  private Failures() {}
}

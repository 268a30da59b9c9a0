package dev.podium.ingest.fetch;

import java.net.ConnectException;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Says what went wrong in a connection. */
final class Failures {

  private static final int MAX_LENGTH = 300;

  static String inWords(Throwable failure) {
    String kind =
        switch (root(failure)) {
          case ConnectException e -> "no connection";
          case SSLException e -> "TLS";
          case TimeoutException e -> "too slow";
          case Throwable e when timeout(e) -> "too slow";
          case Throwable e -> "broken off";
        };
    String message = kind + ": " + failure.getMessage();
    return message.length() <= MAX_LENGTH ? message : message.substring(0, MAX_LENGTH);
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

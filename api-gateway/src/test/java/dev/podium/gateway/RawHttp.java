package dev.podium.gateway;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Requests to the gateway under test, byte for byte. */
public final class RawHttp {

  /** Sends what no client would, and returns all that comes back. */
  public static String send(String request) throws IOException {
    try (Socket socket = new Socket("localhost", RestAssured.port)) {
      socket.setSoTimeout(15_000);
      OutputStream out = socket.getOutputStream();
      out.write(request.getBytes(StandardCharsets.UTF_8));
      out.flush();
      return readAll(socket.getInputStream());
    }
  }

  /** The same of an answer of any form, which ends with the connection. */
  public static String sendToEnd(String request) throws IOException {
    try (Socket socket = new Socket("localhost", RestAssured.port)) {
      socket.setSoTimeout(15_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  // Until the end or until nothing comes any more: not every answer closes the connection.
  private static String readAll(InputStream in) throws IOException {
    StringBuilder answer = new StringBuilder();
    byte[] piece = new byte[8192];
    try {
      for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
        answer.append(new String(piece, 0, n, StandardCharsets.UTF_8));
        if (answer.indexOf("\r\n\r\n{") > 0 && answer.toString().strip().endsWith("}")) {
          break;
        }
      }
    } catch (java.net.SocketException e) {
      // Reset, which is how an answer breaks off.
    }
    return answer.toString();
  }

  private RawHttp() {}
}

package dev.podium.gateway.erasure;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Answers as ingest-service does to demands; what was sent to it stands in the answer. */
public final class ErasuresBackend {

  static final String ID = "e".repeat(16);

  /** Answers one request. */
  public static void answer(String method, String path, byte[] body, OutputStream out)
      throws IOException {
    if (path.endsWith("unknownunknown22")) {
      write(
          out,
          404,
          "{\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404,"
              + "\"detail\":\"there is no erasure\",\"code\":\"unknown-erasure\"}");
    } else if (method.equals("POST")) {
      String sent = new String(body, StandardCharsets.UTF_8);
      boolean dry = path.endsWith("dryRun=true");
      write(
          out,
          dry ? 200 : 202,
          "{" + (dry ? "" : "\"id\":\"" + ID + "\",") + "\"sent\":" + sent + "}");
    } else if (path.contains("?")) {
      write(
          out,
          200,
          "{\"items\":[],\"total\":0,\"next\":\"/v1/erasures?size=1&cursor=" + ID + "\"}");
    } else {
      write(
          out,
          200,
          "{\"id\":\"" + ID + "\",\"page\":\"" + ErasureIT.PAGE + "\",\"exchange\":null}");
    }
  }

  private static void write(OutputStream out, int status, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    out.write(
        ("HTTP/1.1 "
                + status
                + " .\r\nContent-Type: application/json\r\nContent-Length: "
                + bytes.length
                + "\r\nConnection: close\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    out.write(bytes);
    out.flush();
  }

  private ErasuresBackend() {}
}

package dev.podium.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jose4j.http.Get;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RememberingGetTest {

  private final AtomicInteger status = new AtomicInteger(503);
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicLong time = new AtomicLong(Long.MAX_VALUE - 1);
  private HttpServer server;
  private RememberingGet get;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          exchange.sendResponseHeaders(status.get(), -1);
          exchange.close();
        });
    server.start();
    Get plain = new Get();
    plain.setRetries(0);
    get = new RememberingGet(plain, time::get);
  }

  @AfterEach
  void end() {
    server.stop(0);
  }

  private String address(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private void fails(String path) {
    assertThatThrownBy(() -> get.get(address(path)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("503");
  }

  @Test
  void whatFailedIsNotAskedForAgainAtOnce() {
    fails("/keys");
    fails("/keys");
    assertThat(asked).hasValue(1);

    fails("/other");
    assertThat(asked).hasValue(2);
  }

  @Test
  void afterAWhileItIsAskedForAgain() throws IOException {
    fails("/keys");
    time.addAndGet(Duration.ofSeconds(9).toNanos());
    fails("/keys");
    time.addAndGet(Duration.ofSeconds(1).toNanos());
    status.set(200);

    assertThat(get.get(address("/keys")).getStatusCode()).isEqualTo(200);
    assertThat(get.get(address("/keys")).getStatusCode()).isEqualTo(200);
    assertThat(asked).hasValue(3);
  }
}

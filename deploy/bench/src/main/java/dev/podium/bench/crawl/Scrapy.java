package dev.podium.bench.crawl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

/** Scrapy, where it is installed: the same pages, bodies written one after another into a file. */
final class Scrapy {

  /** Pages a second; empty where Scrapy is not installed. */
  static OptionalDouble pagesPerSecond(Path root, PageSite site) throws InterruptedException {
    Path folder = root.resolve("deploy/bench/target");
    Path spider = folder.resolve("spider.py");
    Path bodies = folder.resolve("scrapy.bodies");
    try {
      Files.writeString(spider, script(site, bodies));
      Process process =
          new ProcessBuilder(List.of("scrapy", "runspider", spider.toString()))
              .directory(folder.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String said =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      int status = process.waitFor();
      Files.deleteIfExists(bodies);
      if (status != 0 || said.isEmpty()) {
        throw new IllegalStateException("scrapy ended with " + status + " and said: " + said);
      }
      return OptionalDouble.of(Double.parseDouble(said));
    } catch (IOException e) {
      if (String.valueOf(e.getMessage()).contains("Cannot run program")) {
        return OptionalDouble.empty();
      }
      throw new UncheckedIOException(e);
    }
  }

  private static String script(PageSite site, Path bodies) {
    return """
          import time
          import scrapy

          class Bench(scrapy.Spider):
              name = "bench"
              custom_settings = {
                  "CONCURRENT_REQUESTS": %1$d, "CONCURRENT_REQUESTS_PER_DOMAIN": %1$d,
                  "ROBOTSTXT_OBEY": False, "LOG_ENABLED": False, "TELNETCONSOLE_ENABLED": False,
                  "COOKIES_ENABLED": False, "RETRY_ENABLED": False}

              def start_requests(self):
                  self.out = open("%4$s", "wb")
                  self.count = 0
                  self.began = time.monotonic()
                  for number in range(%3$d):
                      for host in range(%1$d):
                          yield scrapy.Request("http://127.0.0.1:%2$d/news/p-%%d.html" %% number,
                                               headers={"Host": "h%%d.example" %% host}, dont_filter=True)

              def parse(self, response):
                  self.out.write(response.body)
                  self.count += 1

              def closed(self, reason):
                  self.out.close()
                  print(self.count / (time.monotonic() - self.began))
          """
        .formatted(site.hosts().size(), site.port(), site.pagesOfHost(), bodies);
  }

  private Scrapy() {}
}

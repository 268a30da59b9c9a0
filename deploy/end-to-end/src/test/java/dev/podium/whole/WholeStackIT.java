package dev.podium.whole;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole, from its start to its end; the tests are chapters of one run and come in order. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WholeStackIT {

  private static final int EDITIONS = 5;
  private static final Pattern FETCHED_AT =
      Pattern.compile("\"fetchedAt\":\"([^\"]+)\",\"recordedAt");
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String URL =
      "https://www.fmprc.gov.cn/fra/xwfw/fyrth/lxjzzdh/202603/t20260302_0000001.html";

  private static final String PAGE =
      """
      Conférence de presse du 2 mars 2026 tenue par le porte-parole du Ministère des Affaires étrangères Geng Shuang

      Q : Quelle est la position de la Chine sur la réouverture du phare de Lanhai ?

      R : La Chine se félicite de la réouverture du phare et souhaite bon vent aux marins.

      Q : La visite aura-t-elle lieu au printemps ?

      R : Nous publierons des informations en temps voulu.
      """;

  private Path temporary;
  private LocalStack stack;

  @BeforeAll
  void up(@TempDir Path folder) throws IOException, InterruptedException {
    temporary = folder;
    // Open to others, because some servers run as another user.
    Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
    stack = new LocalStack(temporary);

    LocalStack.Ended ended = stack.up();

    assertThat(ended.output()).contains("Podium is ready after");
    assertThat(ended.code()).isZero();
  }

  @AfterAll
  void down() throws IOException, InterruptedException {
    stack.run("down");
    stack.close();
  }

  private static boolean hasItems(JsonNode list) {
    return list.path("total").asInt() > 0;
  }

  @Test
  @Order(1)
  void theSamplesAreCrawledAndFound() throws IOException, InterruptedException {
    JsonNode briefings =
        stack.await("/v1/briefings?size=1", PATIENCE, list -> list.path("total").asInt() >= 14);

    JsonNode exchanges =
        stack.await("/v1/exchanges?q=coree&size=1", PATIENCE, WholeStackIT::hasItems);

    assertThat(briefings.path("items")).hasSize(1);
    assertThat(exchanges.path("items").path(0).path("briefing").path("url").asText())
        .contains(".example/");
  }

  /** Each by its port: the gateway, and those behind it. */
  @Test
  @Order(1)
  void onlyTheGatewayAnswersAndOnlyItsAdministratorRunsIt()
      throws IOException, InterruptedException {
    for (int service : List.of(8081, 8082, 8083)) {
      assertThat(stack.status(service, "/v1/sources", null)).isEqualTo(403);
      assertThat(stack.status(service, "/v1/sources", stack.adminKey())).isEqualTo(403);
      assertThat(stack.status(service, "/q/health/ready", null)).isEqualTo(200);
    }
    for (String path : List.of("/v1/keys", "/v1/alarms", "/v1/indexes")) {
      assertThat(stack.status(8080, path, null)).as(path).isEqualTo(401);
      assertThat(stack.status(8080, path, stack.adminKey())).as(path).isEqualTo(200);
    }
  }

  /**
   * The file, how it is run, and what it says; each needs the sample briefings and nothing else.
   */
  @ParameterizedTest
  @Order(2)
  @CsvSource(
      delimiter = '|',
      value = {
        "sh      | quickstart.sh       | verify.py: OK",
        "python3 | quickstart.py       | whole: SHA256SUMS, VERIFY.html, exchange.json",
        "node    | quickstart.mjs      | 400 invalid-request: wrong parameters: q; q: ",
        "java    | BriefingReader.java | briefings, 0 records came again",
      })
  void everyQuickstartRuns(String interpreter, String file, String said)
      throws IOException, InterruptedException {
    assumeTrue(Programs.has(interpreter), () -> "skipped: there is no " + interpreter);
    Map<String, String> environment = Map.of("PODIUM", stack.gateway());
    Path root = ProjectRoot.find();
    String program = root.resolve("docs/quickstart").resolve(file).toString();

    Programs.Ended ended =
        interpreter.equals("java")
            ? Programs.run(
                root,
                environment,
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-cp",
                root.resolve("deploy/local/target/lib") + "/*",
                program,
                stack.kafka())
            : Programs.run(temporary, environment, interpreter, program);

    assertThat(ended.code()).as(ended.output()).isZero();
    assertThat(ended.output()).contains(said);
  }

  @Test
  @Order(2)
  void everyExampleWithCurlAnswersAsItSays() throws IOException, InterruptedException {
    JsonNode exchange = stack.get("/v1/exchanges?q=coree&size=1").path("items").path(0);
    Map<String, String> values =
        Map.of(
            "http://127\\.0\\.0\\.1:8080", stack.gateway(),
            "briefings/ID", "briefings/" + exchange.path("briefing").path("id").asText(),
            "pages/ID", "pages/" + exchange.path("briefing").path("id").asText(),
            "PAGE", exchange.path("briefing").path("id").asText(),
            "exchanges/ID", "exchanges/" + exchange.path("id").asText());
    List<CurlExamples> examples = CurlExamples.of(ProjectRoot.find());
    Path folder = Files.createDirectory(temporary.resolve("examples"));

    assertThat(examples)
        .hasSizeGreaterThan(10)
        .allSatisfy(
            example ->
                assertThat(
                        Programs.run(folder, Map.of(), "sh", "-c", example.with(values)).output())
                    .as(example.toString())
                    .contains("status " + example.wanted()));
  }

  @Test
  @Order(2)
  void everyExampleOfTheDescriptionAnswers() throws IOException, InterruptedException {
    List<String> addresses = ApiExamples.of(stack.get("/openapi?format=json"));

    assertThat(addresses)
        .hasSizeGreaterThan(30)
        .contains("/v1/dead-letters?service=parse", "/v1/warc")
        .anyMatch(address -> address.contains("/diff"));
    for (String address : addresses) {
      assertThat(stack.administer("GET", address, "").statusCode()).as(address).isEqualTo(200);
    }
  }

  @Test
  @Order(2)
  void everyBodyOfTheDescriptionIsTaken() throws IOException, InterruptedException {
    List<ApiExamples.Sent> requests = ApiExamples.sent(stack.get("/openapi?format=json"));

    assertThat(requests)
        .extracting(ApiExamples.Sent::address)
        .anyMatch(address -> address.startsWith("/v1/pages?"))
        .anyMatch(address -> address.startsWith("/v1/parse?"))
        .anyMatch(address -> address.endsWith("/reports"))
        .contains("/v1/alerts", "/v1/keys", "/v1/erasures?dryRun=true", "/v1/sources");
    for (ApiExamples.Sent one : requests) {
      HttpResponse<String> answer =
          stack.administer("POST", one.address(), one.headers(), one.body());
      assertThat(answer.statusCode())
          .as(() -> one.address() + ' ' + answer.body())
          .isBetween(200, 202);
    }
  }

  /** As somebody would whom the newsroom sends the file. */
  @Test
  @Order(2)
  void theEvidenceOfEveryLanguageVerifies() throws IOException, InterruptedException {
    assumeTrue(Programs.has("python3"), "skipped: there is no python3");
    for (String language : List.of("ar", "en", "es", "fr", "ru", "zh")) {
      JsonNode list =
          stack.await(
              "/v1/exchanges?size=3&language=" + language, PATIENCE, WholeStackIT::hasItems);
      for (JsonNode exchange : list.path("items")) {
        Path folder = Files.createTempDirectory(temporary, language);

        Programs.Ended ended =
            Programs.run(
                folder,
                Map.of("EVIDENCE", exchange.path("evidence").asText()),
                "sh",
                "-ec",
                "curl -fsSo e.zip \"$EVIDENCE\"; python3 -m zipfile -e e.zip .; cd evidence-*;"
                    + " sha256sum -c SHA256SUMS; python3 verify.py");

        assertThat(ended.code()).as(ended.output()).isZero();
        assertThat(ended.output()).contains("all of it is right");
      }
    }
  }

  @Test
  @Order(2)
  void anImportedPageIsABriefing() throws IOException, InterruptedException {
    Path folder = Files.createDirectory(temporary.resolve("import"));
    Files.writeString(folder.resolve("page.txt"), PAGE);
    Files.writeString(
        folder.resolve("manifest.jsonl"),
        """
        {"url": "%s", "file": "page.txt", "contentType": "text/plain; charset=UTF-8", "source": "mfa-cn-fr"}
        {"url": "%s", "file": "missing.txt", "contentType": "text/plain", "source": "mfa-cn-fr"}
        """
            .formatted(URL, URL));

    LocalStack.Ended ended = stack.run("import", folder.toString());

    assertThat(ended.output())
        .contains("line 2: file \"missing.txt\" is not there")
        .contains("2 pages: 1 taken, 0 unchanged, 1 failed");
    assertThat(ended.code()).isEqualTo(1);
    JsonNode found = stack.await("/v1/exchanges?q=phare+marins", PATIENCE, WholeStackIT::hasItems);
    JsonNode exchange = found.path("items").path(0);
    assertThat(exchange.path("briefing").path("url").asText()).isEqualTo(URL);
    assertThat(exchange.path("briefing").path("date").asText()).isEqualTo("2026-03-02");
    assertThat(exchange.path("question").path("text").asText())
        .startsWith("Quelle est la position");
    assertThat(exchange.path("answer").path("text").asText()).endsWith("bon vent aux marins.");
  }

  /** An official text that is not ours to ship: read where it lies, if it does. */
  @Test
  @Order(3)
  void theFirstRealPageIsThereWithinSeconds() throws IOException, InterruptedException {
    Path page = ProjectRoot.find().resolve("../shared/data/seed/2017-03-01-fr.txt");
    assumeTrue(Files.exists(page), () -> "skipped: no " + page);
    String url = "https://www.fmprc.gov.cn/fra/xwfw/fyrth/lxjzzdh/201703/t20170301_0000001.html";

    String id = stack.post("text/plain; charset=UTF-8", url, Files.readAllBytes(page));

    JsonNode briefing =
        stack.await("/v1/briefings/" + id, Duration.ofSeconds(20), json -> json.has("exchanges"));
    assertThat(briefing.path("date").asText()).isEqualTo("2017-03-01");
    assertThat(briefing.path("spokespersons").path(0).path("id").asText()).isEqualTo("geng-shuang");
    assertThat(briefing.path("exchanges")).hasSize(9);
    JsonNode statement = briefing.path("exchanges").path(0);
    assertThat(statement.path("kind").asText()).isEqualTo("statement");
    assertThat(statement.path("answer").path("text").asText().lines()).hasSize(5);
  }

  @Test
  @Order(4)
  void theStateIsThereAfterARestart() throws IOException, InterruptedException {
    List<ProcessHandle> before = stack.processes();
    LocalStack.Ended down = stack.run("down");
    assertThat(down.output()).contains("nothing is left running");
    assertThat(before).isNotEmpty().noneMatch(ProcessHandle::isAlive);

    LocalStack.Ended up = stack.up();

    assertThat(up.code()).as(up.output()).isZero();
    JsonNode found = stack.get("/v1/exchanges?q=phare+marins");
    assertThat(found.path("total").asInt()).isEqualTo(1);
    String page = "/v1/pages/" + found.path("items").path(0).path("briefing").path("id").asText();
    assertThat(stack.get(page).path("url").asText()).isEqualTo(URL);
  }

  @Test
  @Order(5)
  void aServiceThatIsKilledLosesNothing() throws IOException, InterruptedException {
    ProcessHandle index = serviceProcess("index");
    index.destroyForcibly();
    String url = URL.replace("0000001", "0000002");

    stack.post(
        "text/plain; charset=UTF-8",
        url,
        PAGE.replace("phare", "sémaphore").getBytes(StandardCharsets.UTF_8));

    JsonNode found = stack.await("/v1/exchanges?q=semaphore", PATIENCE, WholeStackIT::hasItems);
    assertThat(found.path("total").asInt()).isEqualTo(1);
    assertThat(stack.run("status").output()).contains("1 restart");
  }

  @Test
  @Order(6)
  void aCrawlerThatIsKilledBringsNoRevisionTwice() throws IOException, InterruptedException {
    String url = URL.replace("0000001", "0000003");
    String page = null;
    for (int edition = 1; edition <= EDITIONS; edition++) {
      String text = PAGE.replace("au printemps", "le " + edition + " mars");
      page = stack.post("text/plain; charset=UTF-8", url, text.getBytes(StandardCharsets.UTF_8));
      serviceProcess("ingest").destroyForcibly();
      stack.await("/v1/pages/" + page, PATIENCE, json -> json.has("revisions"));
    }

    JsonNode revisions =
        stack.await("/v1/pages/" + page, PATIENCE, WholeStackIT::allAreBriefings).path("revisions");

    assertThat(revisions.findValuesAsText("number")).hasSize(EDITIONS);
    String history = stack.elasticsearch("history/_search?size=100&q=type:revision+AND+id:" + page);
    assertThat(FETCHED_AT.matcher(history).results().map(found -> found.group(1)))
        .containsExactlyInAnyOrderElementsOf(revisions.findValuesAsText("fetchedAt"));
  }

  private static boolean allAreBriefings(JsonNode page) {
    List<String> outcomes = page.path("revisions").findValuesAsText("code");
    return outcomes.size() == EDITIONS && outcomes.stream().allMatch("briefing"::equals);
  }

  @Test
  @Order(7)
  void whatIsErasedOnDemandIsFoundNowhere() throws IOException, InterruptedException {
    String pageUrl = URL.replace("0000001", "0000004");
    String page = send(pageUrl, PAGE.replace("phare de Lanhai", "Zymbolis"));
    send(pageUrl, PAGE.replace("phare de Lanhai", "Zymbolis").replace("marins", "Zymboliens"));
    String other = send(URL.replace("0000001", "0000005"), PAGE.replace("phare", "Quaxilon"));
    String exchange =
        stack
            .await("/v1/exchanges?q=quaxilon", PATIENCE, WholeStackIT::hasItems)
            .at("/items/0/id")
            .asText();
    String first =
        stack
            .await("/v1/exchanges?q=zymboliens", PATIENCE, WholeStackIT::hasItems)
            .at("/items/0/id")
            .asText();
    String reason = "\"reason\": {\"kind\": \"court-order\", \"text\": \"a court said so\"}}";

    StackErasures erasures = new StackErasures(stack);
    String erasure = erasures.demand("{\"page\": \"" + pageUrl + "\", " + reason);
    String suppression = erasures.demand("{\"exchange\": \"" + exchange + "\", " + reason);

    erasures.awaitDone(erasure);
    erasures.awaitDone(suppression);
    erasures.assertGone("/v1/exchanges/" + first, erasure);
    erasures.assertGone("/v1/briefings/" + page, erasure);
    erasures.assertGone("/v1/pages/" + page, erasure);
    erasures.assertGone("/v1/exchanges/" + exchange + "/revisions", suppression);
    erasures.assertGone("/v1/pages/" + other + "/revisions/1/text", suppression);
    assertThat(stack.get("/v1/briefings/" + other).path("exchanges")).hasSize(1);
    assertThat(stack.send("text/plain; charset=UTF-8", pageUrl, PAGE.getBytes(UTF_8)).statusCode())
        .isEqualTo(410);
    erasures.assertFoundNowhere(page, other);
    stack.administer("POST", "/v1/indexes/rebuild", "");
    stack.awaitRun("/v1/indexes/2", PATIENCE, one -> one.path("state").asText().equals("serving"));
    erasures.assertGone("/v1/exchanges/" + first, erasure);
    erasures.assertGone("/v1/exchanges/" + exchange, suppression);
    erasures.assertFoundNowhere(page, other);
  }

  private String send(String url, String text) throws IOException, InterruptedException {
    return stack.post("text/plain; charset=UTF-8", url, text.getBytes(UTF_8));
  }

  @Test
  @Order(8)
  void nothingOutlivesASupervisorThatIsKilled() throws IOException, InterruptedException {
    List<ProcessHandle> before = stack.processes();
    ProcessHandle supervisor = serviceProcess("site");
    supervisor.destroyForcibly();

    LocalStack.Ended down = stack.run("down");

    assertThat(down.code()).isZero();
    assertThat(before)
        .hasSizeGreaterThan(7)
        .allSatisfy(process -> assertThat(process.onExit()).succeedsWithin(Duration.ofMinutes(1)));
    assertThat(stack.run("status").code()).isEqualTo(3);
  }

  /** The sample site is a thread of the supervisor. */
  private ProcessHandle serviceProcess(String name) throws IOException, InterruptedException {
    return stack
        .run("status")
        .output()
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .map(line -> line.replaceFirst(".* pid (\\d+) .*", "$1"))
        .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)).stream())
        .findFirst()
        .orElseThrow();
  }
}

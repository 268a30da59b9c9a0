package dev.podium.kit.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.podium.contracts.event.CloudEvent;
import dev.podium.contracts.identity.PageIds;
import dev.podium.contracts.topic.DeadLetterHeaders;
import dev.podium.kit.deadletter.DeadLetterDesk.Replay;
import dev.podium.kit.problem.ProblemException;
import dev.podium.kit.record.DeadLetterId;
import dev.podium.kit.record.DeadLetters;
import dev.podium.kit.record.RecordHeaders;
import dev.podium.kit.record.RecordOutcome;
import dev.podium.kit.record.RecordPublisher;
import dev.podium.local.server.LocalServers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Dead letters on a real broker, as operators read and replay them. */
class DeadLetterDeskIT {

  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final DeadLetterFilter ALL = DeadLetterFilter.parse(null, null, null, null, null);
  private static final int MOST = 100;

  private final String topic = "letters-" + UUID.randomUUID();
  private final Map<String, Object> broker =
      Map.of("bootstrap.servers", LocalServers.kafka().bootstrapServers());
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final RecordPublisher publisher = new RecordPublisher(broker, registry, Duration.ZERO);
  private final DeadLetters letters = new DeadLetters(publisher, registry);
  private final DeadLetterDesk desk = new DeadLetterDesk(broker, publisher, letters);
  private final List<ConsumerRecord<String, byte[]>> handled = new ArrayList<>();
  private RecordOutcome outcome = RecordOutcome.DONE;
  private final Replayable work =
      new Replayable(
          "test",
          topic,
          records -> {
            handled.addAll(records);
            return records.stream().map(one -> outcome).toList();
          });

  @BeforeEach
  void createTopic() throws Exception {
    try (Admin admin = Admin.create(broker)) {
      String name = DeadLetterId.topic(topic, "test");
      admin.createTopics(List.of(new NewTopic(name, 3, (short) 1))).all().get();
    }
    for (int i = 0; i < 4; i++) {
      letters.send(
          "test", consumed(i), new RecordOutcome.Rejected("code-" + i % 2, "wrong", ids(i)));
    }
  }

  @AfterEach
  void close() {
    registry.close();
  }

  private static List<String> ids(int i) {
    return i == 0 ? List.of("e1", "e2") : List.of();
  }

  private ConsumerRecord<String, byte[]> consumed(int i) {
    byte[] value =
        ("{\"other\": {\"url\": 1}, \"url\": \"https://a.example/" + i + "\"}")
            .getBytes(StandardCharsets.UTF_8);
    ConsumerRecord<String, byte[]> one =
        new ConsumerRecord<>(
            topic,
            1,
            100 + i,
            1_700_000_000_000L + i,
            TimestampType.CREATE_TIME,
            1,
            value.length,
            "key-" + i,
            value,
            new org.apache.kafka.common.header.internals.RecordHeaders(),
            java.util.Optional.empty());
    RecordHeaders.put(one.headers(), CloudEvent.header("source"), "/sources/source-" + i);
    RecordHeaders.put(one.headers(), CloudEvent.VERSION, Integer.toString(7 + i));
    RecordHeaders.put(
        one.headers(), CloudEvent.TRACEPARENT, "00-" + TRACE + "-b7ad6b7169203331-01");
    return one;
  }

  @Test
  void listsWhatAFilterTakesTheLatestFirst() {
    assertThat(desk.list(work, ALL, MOST).items())
        .extracting(DeadLetter::source)
        .containsExactly("source-3", "source-2", "source-1", "source-0");
    DeadLetterDesk.DeadLetterList two =
        desk.list(work, DeadLetterFilter.parse(null, "code-0", null, null, null), 1);
    assertThat(two.total()).isEqualTo(2);
    assertThat(two.items()).hasSize(1);
    DeadLetter letter =
        desk.list(work, DeadLetterFilter.parse(null, null, "source-0", "2020-01-01", null), MOST)
            .items()
            .getFirst();
    assertThat(letter.code()).isEqualTo("code-0");
    assertThat(letter.text()).isEqualTo("wrong");
    assertThat(letter.exchanges()).containsExactly("e1", "e2");
    assertThat(letter.url()).isEqualTo("https://a.example/0");
    assertThat(letter.version()).isEqualTo(7);
    assertThat(letter.traceId()).isEqualTo(TRACE);
    assertThat(letter.replayedAt()).isNull();
    assertThat(
            desk.list(work, DeadLetterFilter.parse(null, null, null, null, "2020-01-01"), MOST)
                .items())
        .isEmpty();
  }

  @Test
  void aReplayHandsTheRecordsInAgainAsTheyWereAndMarksThem() {
    DeadLetterFilter odd = DeadLetterFilter.parse(null, "code-1", null, null, null);

    assertThat(desk.replay(work, odd, true)).isEqualTo(new Replay(true, 2, 0, 0, null));
    assertThat(handled).isEmpty();
    assertThat(desk.replay(work, odd, false)).isEqualTo(new Replay(false, 2, 2, 0, null));
    assertThat(desk.replay(work, odd, false)).isEqualTo(new Replay(false, 0, 0, 0, null));

    assertThat(handled).extracting(ConsumerRecord::key).containsExactlyInAnyOrder("key-1", "key-3");
    ConsumerRecord<String, byte[]> first =
        handled.stream().filter(one -> one.key().equals("key-1")).findFirst().orElseThrow();
    ConsumerRecord<String, byte[]> original = consumed(1);
    assertThat(first.topic()).isEqualTo(topic);
    assertThat(first.partition()).isEqualTo(1);
    assertThat(first.offset()).isEqualTo(101);
    assertThat(first.timestamp()).isEqualTo(original.timestamp());
    assertThat(first.value()).isEqualTo(original.value());
    assertThat(RecordHeaders.read(first.headers()))
        .isEqualTo(RecordHeaders.read(original.headers()));
    assertThat(desk.list(work, ALL, MOST).items())
        .allSatisfy(
            letter ->
                assertThat(letter.replayedAt() != null).isEqualTo(letter.code().equals("code-1")));
    DeadLetterId id =
        DeadLetterId.parse(desk.list(work, odd, MOST).items().getFirst().id()).orElseThrow();
    assertThat(desk.find(work, id).orElseThrow().replayedAt()).isNotNull();
  }

  @Test
  void whatFailsAgainIsANewLetterAndWhatFailsForNowStopsTheReplay() {
    outcome = new RecordOutcome.FailedForNow("the index is away");
    Replay stopped = desk.replay(work, ALL, false);
    assertThat(stopped).isEqualTo(new Replay(false, 4, 0, 0, "the index is away"));
    assertThat(handled).hasSize(1);

    outcome = new RecordOutcome.Rejected("worse", "still wrong");
    Replay again =
        desk.replay(work, DeadLetterFilter.parse(null, "code-0", null, null, null), false);
    assertThat(again).isEqualTo(new Replay(false, 2, 0, 2, null));
    List<DeadLetter> items = desk.list(work, ALL, MOST).items();
    assertThat(items).hasSize(6);
    assertThat(items.subList(0, 2)).extracting(DeadLetter::code).containsOnly("worse");
  }

  @Test
  void aMarkHidesAllLettersOfAPageThatWasErased() {
    List<DeadLetter> before = desk.list(work, ALL, MOST).items();
    DeadLetter hidden =
        before.stream()
            .filter(letter -> letter.source().equals("source-2"))
            .findFirst()
            .orElseThrow();
    for (int partition = 0; partition < 3; partition++) {
      ProducerRecord<String, byte[]> mark =
          new ProducerRecord<>(DeadLetterId.topic(topic, "test"), partition, "key-2", null);
      RecordHeaders.put(mark.headers(), DeadLetterHeaders.ERASED, PageIds.of("key-2"));
      publisher.publishNow(mark);
    }
    letters.send("test", consumed(2), new RecordOutcome.Rejected("code-0", "again"));

    assertThat(desk.list(work, ALL, MOST).items())
        .extracting(DeadLetter::source)
        .containsExactly("source-3", "source-1", "source-0");
    assertThat(desk.replay(work, ALL, true).matched()).isEqualTo(3);
    DeadLetterId id = DeadLetterId.parse(hidden.id()).orElseThrow();
    assertThat(desk.find(work, id).orElseThrow().erased()).isTrue();
    assertThat(desk.find(work, DeadLetterId.parse(before.getFirst().id()).orElseThrow()))
        .get()
        .extracting(DeadLetterTopic.Found::erased)
        .isEqualTo(false);
  }

  @Test
  void findsByIdOnlyWhatIsThere() {
    assertThat(desk.find(work, new DeadLetterId("other", 0, 0))).isEmpty();
    assertThat(desk.find(work, new DeadLetterId("test", 9, 0))).isEmpty();
    assertThat(desk.find(work, new DeadLetterId("test", 0, 1_000))).isEmpty();
    assertThatThrownBy(() -> DeadLetterFilter.parse("index-x-1", null, null, null, null))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("index-x-1");
  }
}

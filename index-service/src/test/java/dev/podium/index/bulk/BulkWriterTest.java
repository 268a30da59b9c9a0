package dev.podium.index.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.kit.drain.Drain;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BulkWriterTest {

  private static final int DOCUMENT = 1000;

  private final List<List<String>> requests = new ArrayList<>();

  @Test
  void requestsHaveABoundedSize() {
    BulkWriter writer = writer(item -> BulkOutcome.DONE);

    List<BulkOutcome> outcomes = writer.write(items(10));

    assertThat(outcomes).hasSize(10).containsOnly(BulkOutcome.DONE);
    assertThat(requests).extracting(List::size).containsExactly(3, 3, 3, 1);
  }

  @Test
  void aDocumentThatIsTooLargeForARequestGoesAlone() {
    List<BulkItem> items = new ArrayList<>(items(2));
    items.add(1, BulkItem.create("i", "large", new byte[100 * DOCUMENT]));

    writer(item -> BulkOutcome.DONE).write(items);

    assertThat(requests).containsExactly(List.of("0"), List.of("large"), List.of("1"));
  }

  @Test
  void onlyWhatMayPassIsSentAgain() {
    List<String> failing = new ArrayList<>(List.of("1", "1", "2"));
    BulkWriter writer =
        writer(
            item -> {
              if (item.id().equals("0")) {
                return new BulkOutcome.Rejected("bad");
              }
              return failing.remove(item.id()) ? new BulkOutcome.Retry("429") : BulkOutcome.DONE;
            });

    List<BulkOutcome> outcomes = writer.write(items(3));

    assertThat(outcomes)
        .containsExactly(new BulkOutcome.Rejected("bad"), BulkOutcome.DONE, BulkOutcome.DONE);
    assertThat(requests).containsExactly(List.of("0", "1", "2"), List.of("1", "2"), List.of("1"));
  }

  @Test
  void whatDoesNotPassIsGivenBack() {
    List<BulkOutcome> outcomes = writer(item -> new BulkOutcome.Retry("429")).write(items(2));

    assertThat(outcomes).containsOnly(new BulkOutcome.Retry("429"));
    assertThat(requests).hasSize(3);
  }

  @Test
  void aRequestThatIsRefusedIsHalvedUntilTheOneAtFaultIsAlone() {
    BulkWriter writer =
        writer(
            item -> {
              if (item.id().equals("1")) {
                throw new BulkTransport.RefusedException("413");
              }
              return BulkOutcome.DONE;
            });

    List<BulkOutcome> outcomes = writer.write(items(3));

    assertThat(outcomes)
        .containsExactly(BulkOutcome.DONE, new BulkOutcome.Rejected("413"), BulkOutcome.DONE);
  }

  @Test
  void nothingIsSentForNothing() {
    assertThat(writer(item -> BulkOutcome.DONE).write(List.of())).isEmpty();
    assertThat(requests).isEmpty();
  }

  private BulkWriter writer(Function<BulkItem, BulkOutcome> answers) {
    BulkTransport transport =
        request -> {
          requests.add(request.stream().map(BulkItem::id).toList());
          return request.stream().map(answers).toList();
        };
    return new BulkWriter(
        transport,
        new Settings(),
        new Drain(),
        Executors.newVirtualThreadPerTaskExecutor(),
        new SimpleMeterRegistry());
  }

  private static List<BulkItem> items(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> BulkItem.put("i", Integer.toString(i), 1, new byte[DOCUMENT]))
        .toList();
  }

  private static final class Settings implements BulkSettings {
    @Override
    public MemorySize requestSize() {
      return new MemorySize(BigInteger.valueOf(4L * DOCUMENT));
    }

    @Override
    public int requestDocuments() {
      return 100;
    }

    @Override
    public int concurrency() {
      return 1;
    }

    @Override
    public Duration prompt() {
      return Duration.ofMinutes(1);
    }

    @Override
    public int attempts() {
      return 3;
    }

    @Override
    public Duration firstBackoff() {
      return Duration.ofMillis(1);
    }

    @Override
    public Duration longestBackoff() {
      return Duration.ofMillis(2);
    }
  }
}

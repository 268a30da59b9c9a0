package dev.podium.ingest.restart;

import dev.podium.contracts.event.CloudEvent;
import dev.podium.kit.record.RecordHeaders;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** What became of the pages of some hosts, in the database and in the topic. */
final class Ledger implements AutoCloseable {

  private static final String OUTDATED =
      """
       from frontier f
      where kind = 'page' and not coalesce(
        (select r.sha256 = any(?) from revision r where r.page = f.id
          order by r.fetched_at desc limit 1), false)
      """;

  private final Connection database;
  private final PagesTopic topic;
  private final Map<String, Set<String>> published = new HashMap<>();

  Ledger(OwnServers servers) {
    try {
      database = servers.postgres().databases().connect(OwnServers.DATABASE);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    topic = new PagesTopic(servers.kafka());
  }

  /** The bodies that were published so far under each id of a page with a revision's number. */
  Map<String, Set<String>> published() {
    ConsumerRecords<String, byte[]> records = topic.read();
    while (!records.isEmpty()) {
      records.forEach(this::note);
      records = topic.read();
    }
    return published;
  }

  private void note(ConsumerRecord<String, byte[]> record) {
    Map<String, String> headers = RecordHeaders.read(record.headers());
    published
        .computeIfAbsent(headers.get(CloudEvent.header("id")), id -> new HashSet<>())
        .add(new String(record.value(), StandardCharsets.UTF_8));
  }

  /** The revisions that are to be published, in the same form. */
  List<String> archived() {
    return texts("select page || '/' || number from revision where published");
  }

  /** Pages whose revisions are not numbered from 1 without a gap. */
  List<String> gaps() {
    return texts(
        """
        select p.url from page p left join revision r on r.page = p.id
         group by p.id
        having count(r.number) <> p.revisions or max(r.number) <> p.revisions or count(*) = 0
        """);
  }

  /** How many revisions wait to be published. */
  int unpublished() {
    return Integer.parseInt(texts("select count(*) from outbox").getFirst());
  }

  /** How many pages are not archived as they are now. */
  int outdated(ManyHosts site) {
    return Integer.parseInt(texts("select count(*)" + OUTDATED, bodies(site)).getFirst());
  }

  /** Turns the clock for pages that are not archived as they are now, and in nobody's hands. */
  void makeDue(ManyHosts site) {
    texts(
        "update frontier set due_at = now() where due_at > now() and (id, kind) in (select id, kind"
            + OUTDATED
            + " and lease is null for update skip locked) returning id",
        bodies(site));
  }

  private static Object[] bodies(ManyHosts site) {
    return site.pages().stream().map(page -> sha256(site.body(page))).toArray();
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> texts(String sql, Object... array) {
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      if (array.length > 0) {
        statement.setArray(1, database.createArrayOf("text", array));
      }
      List<String> texts = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          texts.add(rows.getString(1));
        }
      }
      return texts;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    topic.close();
    try {
      database.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}

package dev.podium.ingest.archive;

import dev.podium.contracts.page.PageEvent;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "revision")
@IdClass(RevisionRow.Key.class)
class RevisionRow {

  @Id String page;

  @Id int number;

  @Column(name = "fetched_at")
  Instant fetchedAt;

  @Column(name = "seen_at")
  Instant seenAt;

  @Column(name = "arrived_at")
  Instant arrivedAt;

  String origin;

  String state;

  @Column(name = "final_url")
  String finalUrl;

  @Column(name = "http_status")
  Integer httpStatus;

  String etag;

  @Column(name = "last_modified")
  String lastModified;

  @Column(name = "content_type")
  String contentType;

  String charset;

  String sha256;

  @Column(name = "text_sha256")
  String textSha256;

  String headers;

  String robots;

  boolean published;

  String outcome;

  @Column(name = "outcome_text")
  String outcomeText;

  @Column(name = "outcome_version")
  long outcomeVersion;

  @Column(name = "parsed_charset")
  String parsedCharset;

  record Key(String page, int number) {}

  boolean present() {
    return PageEvent.State.PRESENT.code().equals(state);
  }

  void outcome(RevisionOutcome.Code code, String text) {
    outcome = code.code();
    outcomeText = text;
  }

  Placement.Neighbour neighbour() {
    return new Placement.Neighbour(sha256, textSha256, seenAt, published);
  }
}

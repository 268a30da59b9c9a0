package dev.podium.gateway.alert;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The deliveries in the database. All within the transaction of the caller. */
@ApplicationScoped
class Deliveries implements PanacheRepositoryBase<DeliveryRow, UUID> {

  static final String ERASED_REASON = "erased: what it may quote was erased on demand";

  /** Under way at the same time, so that one slow receiver does not take all places. */
  private static final int OF_ONE_ALERT = 4;

  private static final String ADD =
      """
      insert into delivery (id, alert_id, change_id, exchange_id, event, body, quotes, state, attempts, due_at, created_at)
      select :id, a.id, :change, nullif(:exchange, ''), :event, :body, string_to_array(:quotes, ' '), 'waiting', 0, :now, :now
      from alert a where a.id = :alert
      on conflict (alert_id, change_id) do nothing""";

  // The alerts come in their order, since what is looked for of one depends on it.
  private static final String DUE =
      """
      select d.id from (
        select a.id, flying.count, oldest.due_at from alert a
        cross join lateral (
          select count(*) from delivery where alert_id = a.id and claimed_until > :now) flying
        cross join lateral (
          select due_at from delivery
          where alert_id = a.id and state = 'waiting' and due_at <= :now
            and (claimed_until is null or claimed_until <= :now)
          order by due_at limit 1) oldest
        where %s
        order by flying.count, oldest.due_at) a
      cross join lateral (
        select id from delivery
        where alert_id = a.id and state = 'waiting' and due_at <= :now
          and (claimed_until is null or claimed_until <= :now)
        order by due_at limit greatest(0, :ofOne - a.count)
        for update skip locked) d
      limit :most"""
          .formatted(AlertRow.Alerts.AT_WORK);

  private static final String ERASE =
      """
      update delivery
      set body = '', erased_at = :now, due_at = null, claimed_until = null,
        state = case state when 'waiting' then 'erased' else state end,
        ended_at = coalesce(ended_at, :now),
        last_reason = case state when 'delivered' then last_reason else :reason end
      where quotes && string_to_array(:ids, ' ') and erased_at is null""";

  // A receiver may have answered with what it was sent.
  private static final String ERASE_ANSWERS =
      """
      update delivery_attempt set reason = :reason
      where reason is not null
        and delivery_id in (select id from delivery where quotes && string_to_array(:ids, ' '))""";

  /**
   * What has to be sent.
   *
   * @param exchange null where a briefing changed
   * @param quotes the ids of the briefing and the exchanges that the body may quote
   */
  record Notice(String change, String exchange, String event, String body, Set<String> quotes) {}

  /** Notes that something has to be sent, unless that is known already. */
  void add(UUID alert, Notice notice, Instant now) {
    getEntityManager()
        .createNativeQuery(ADD)
        .setParameter("id", UUID.randomUUID())
        .setParameter("change", notice.change())
        // Of a null it would not be known what it is.
        .setParameter("exchange", notice.exchange() == null ? "" : notice.exchange())
        .setParameter("event", notice.event())
        .setParameter("body", notice.body())
        .setParameter("quotes", String.join(" ", notice.quotes()))
        .setParameter("now", now)
        .setParameter("alert", alert)
        .executeUpdate();
  }

  /**
   * Takes what is due, for so long; what is taken no other instance takes. Alerts of which the
   * fewest are under way come first, and of those the one that waits longest.
   */
  List<DeliveryRow> claim(int most, Instant now, Duration lease) {
    List<?> ids =
        getEntityManager()
            .createNativeQuery(DUE, UUID.class)
            .setParameter("now", now)
            .setParameter("ofOne", OF_ONE_ALERT)
            .setParameter("most", most)
            .getResultList();
    if (ids.isEmpty()) {
      return List.of();
    }
    List<DeliveryRow> claimed = list("id in ?1", ids);
    claimed.forEach(row -> row.claimedUntil = now.plus(lease));
    return claimed;
  }

  /** Those of the exchanges of which an alert has told before. */
  Set<String> told(UUID alert, Collection<String> exchanges) {
    return new HashSet<>(
        getEntityManager()
            .createQuery(
                "select distinct d.exchangeId from DeliveryRow d where d.alertId = :alert and"
                    + " d.exchangeId in :exchanges",
                String.class)
            .setParameter("alert", alert)
            .setParameter("exchanges", exchanges)
            .getResultList());
  }

  /** A delivery that nobody else changes before the transaction ends; null if it is forgotten. */
  DeliveryRow lock(UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** What the body of a delivery may quote; without the body, which may be long. */
  // Handed on once and never compared.
  @SuppressWarnings("ArrayRecordComponent")
  record Quoting(UUID id, String[] quotes) {}

  /** Those that were not erased, behind one of them, in the order of ids. */
  List<Quoting> notErased(UUID after, int most) {
    return getEntityManager()
        .createQuery(
            "select d.id, d.quotes from DeliveryRow d where d.id > :after and d.erasedAt is null"
                + " order by d.id",
            Quoting.class)
        .setParameter("after", after)
        .setMaxResults(most)
        .getResultList();
  }

  /** Empties all that may quote one of these; what still waits is not sent any more. */
  int erase(Set<String> ids, Instant now) {
    String all = String.join(" ", ids);
    int erased =
        getEntityManager()
            .createNativeQuery(ERASE)
            .setParameter("now", now)
            .setParameter("reason", ERASED_REASON)
            .setParameter("ids", all)
            .executeUpdate();
    getEntityManager()
        .createNativeQuery(ERASE_ANSWERS)
        .setParameter("reason", ERASED_REASON)
        .setParameter("ids", all)
        .executeUpdate();
    return erased;
  }

  /** Gives up what still waits. */
  void giveUp(UUID alert, String reason, Instant now) {
    update(
        "set state = 'failed', endedAt = ?1, dueAt = null, claimedUntil = null, lastReason = ?2"
            + " where alertId = ?3 and state = 'waiting'",
        now,
        reason,
        alert);
  }

  /** The deliveries of an alert, newest first, behind one of them or from the newest on. */
  List<DeliveryLine> page(UUID alert, Instant before, UUID id, int most) {
    String newestFirst = " order by d.createdAt desc, d.id desc";
    TypedQuery<DeliveryLine> lines =
        before == null
            ? lines("d.alertId = :alert" + newestFirst)
            : lines(
                    "d.alertId = :alert and (d.createdAt < :before or (d.createdAt = :before and"
                        + " d.id < :id))"
                        + newestFirst)
                .setParameter("before", before)
                .setParameter("id", id);
    return lines.setParameter("alert", alert).setMaxResults(most).getResultList();
  }

  /** One of them. */
  DeliveryLine line(UUID id) {
    return lines("d.id = :id").setParameter("id", id).getSingleResult();
  }

  private TypedQuery<DeliveryLine> lines(String where) {
    return getEntityManager().createQuery(DeliveryLine.SELECT + where, DeliveryLine.class);
  }

  /** The attempts of deliveries, in order. */
  List<AttemptRow> attempts(Collection<UUID> deliveries) {
    return getEntityManager()
        .createQuery(
            "select a from AttemptRow a where a.deliveryId in :ids order by a.number",
            AttemptRow.class)
        .setParameter("ids", deliveries)
        .getResultList();
  }

  /** Forgets what is older. */
  long forget(Instant before) {
    return delete("createdAt < ?1", before);
  }
}

package dev.podium.index.bulk;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.elasticsearch.core.bulk.DeleteOperation;
import co.elastic.clients.elasticsearch.core.bulk.IndexOperation;
import co.elastic.clients.transport.TransportException;
import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.elasticsearch.client.ResponseException;

/** Bulk requests through the Elasticsearch client; documents go as the bytes that they are. */
@ApplicationScoped
class ElasticsearchBulk implements BulkTransport {

  private static final int QUOTED = 160;
  private static final int NOT_FOUND = 404;
  // Of each document only what tells its outcome: the rest of an answer costs both sides more to
  // write and to read than all else about it.
  private static final String READ =
      "took,errors,error,status,items.*._index,items.*._id,items.*.status,items.*.error";
  private static final String OVERLOADED = "es_rejected_execution_exception";

  private final ElasticsearchClient client;

  ElasticsearchBulk(ElasticsearchClient client) {
    this.client = client.withTransportOptions(o -> o.setParameter("filter_path", READ));
  }

  @Override
  public List<BulkOutcome> send(List<BulkItem> request) {
    try {
      // Null where the whole answer is the word null.
      BulkResponse answer = client.bulk(toRequest(request));
      List<BulkResponseItem> answers = answer == null ? List.of() : answer.items();
      if (answers.size() != request.size()) {
        return unanswered(request, answers.size() + " answers to " + request.size() + " documents");
      }
      List<BulkOutcome> outcomes = new ArrayList<>(request.size());
      for (int i = 0; i < request.size(); i++) {
        outcomes.add(alone(request, outcome(request.get(i), answers.get(i))));
      }
      return outcomes;
    } catch (ElasticsearchException e) {
      return all(request, e.status(), e.response().error().type(), e.response().error().reason());
    } catch (TransportException e) {
      // An answer that cannot be read says nothing of any document, whatever its status.
      return e.statusCode() < ItemOutcomes.ERRORS_FROM
          ? unanswered(request, e.getMessage())
          : all(request, e.statusCode(), "no answer", e.getMessage());
    } catch (ResponseException e) {
      // Something in between answers, and not in Elasticsearch's words.
      int status = e.getResponse().getStatusLine().getStatusCode();
      return all(request, status, "no answer", e.getMessage());
    } catch (IOException e) {
      return unanswered(request, String.valueOf(e.getMessage()));
    }
  }

  private static List<BulkOutcome> unanswered(List<BulkItem> request, String reason) {
    return Collections.nCopies(request.size(), new BulkOutcome.Retry("Elasticsearch: " + reason));
  }

  private static List<BulkOutcome> all(
      List<BulkItem> request, int status, String type, String reason) {
    BulkOutcome outcome = alone(request, ItemOutcomes.of(status, false, type, reason));
    if (outcome instanceof BulkOutcome.Rejected(String refusal)) {
      throw new RefusedException(refusal);
    }
    return Collections.nCopies(request.size(), outcome);
  }

  private static BulkOutcome alone(List<BulkItem> request, BulkOutcome outcome) {
    return request.size() == 1 ? ItemOutcomes.alone(outcome) : outcome;
  }

  private static BulkOutcome outcome(BulkItem item, BulkResponseItem answer) {
    ErrorCause error = answer.error();
    if (item.action() == BulkItem.Action.DELETE && answer.status() == NOT_FOUND && error == null) {
      return BulkOutcome.DONE;
    }
    return ItemOutcomes.of(
        answer.status(),
        item.action() == BulkItem.Action.CREATE,
        error == null ? null : error.type(),
        error == null ? null : reason(error));
  }

  private static String reason(ErrorCause error) {
    // The reason quotes the value, however long it is; the cause says what is wrong with it.
    String reason = String.valueOf(error.reason());
    if (OVERLOADED.equals(error.type())) {
      return reason;
    }
    String shortened = reason.length() <= QUOTED ? reason : reason.substring(0, QUOTED) + "…";
    ErrorCause cause = error.causedBy();
    return cause == null || cause.reason() == null
        ? shortened
        : shortened + " (" + cause.reason() + ')';
  }

  private static BulkRequest toRequest(List<BulkItem> request) {
    List<BulkOperation> operations = request.stream().map(ElasticsearchBulk::toOperation).toList();
    return BulkRequest.of(bulk -> bulk.operations(operations));
  }

  private static BulkOperation toOperation(BulkItem item) {
    return switch (item.action()) {
      case CREATE -> create(item);
      case IF_STILL -> item.seen() == null ? create(item) : replace(item, item.seen());
      case PUT, REPLACE -> BulkOperation.of(op -> op.index(i -> index(item, i)));
      case DELETE -> BulkOperation.of(op -> op.delete(d -> delete(item, d)));
    };
  }

  private static BulkOperation create(BulkItem item) {
    return BulkOperation.of(
        op ->
            op.create(
                c ->
                    c.index(item.index()).requireAlias(true).id(item.id()).document(source(item))));
  }

  private static BulkOperation replace(BulkItem item, Seen seen) {
    return BulkOperation.of(
        op ->
            op.index(i -> index(item, i).ifSeqNo(seen.seqNo()).ifPrimaryTerm(seen.primaryTerm())));
  }

  private static IndexOperation.Builder<Object> index(
      BulkItem item, IndexOperation.Builder<Object> operation) {
    operation.index(item.index()).requireAlias(true).id(item.id()).document(source(item));
    return item.version() == null
        ? operation
        : operation.version(item.version()).versionType(VersionType.ExternalGte);
  }

  private static DeleteOperation.Builder delete(BulkItem item, DeleteOperation.Builder operation) {
    operation.index(item.index()).id(item.id());
    return item.version() == null
        ? operation
        : operation.version(item.version()).versionType(VersionType.ExternalGte);
  }

  private static BinaryData source(BulkItem item) {
    return BinaryData.of(item.source(), ContentType.APPLICATION_JSON);
  }
}

package dev.podium.index.bulk;

import java.util.ArrayList;
import java.util.List;

/** Cuts documents into requests. */
final class BulkRequests {

  /** In order; each as large as allowed, and at least one document long. */
  static List<List<Integer>> cut(
      List<BulkItem> items, List<Integer> pending, long bytes, int documents) {
    List<List<Integer>> requests = new ArrayList<>();
    List<Integer> request = new ArrayList<>();
    long size = 0;
    for (int position : pending) {
      int more = items.get(position).size();
      if (!request.isEmpty() && (size + more > bytes || request.size() == documents)) {
        requests.add(request);
        request = new ArrayList<>();
        size = 0;
      }
      request.add(position);
      size += more;
    }
    if (!request.isEmpty()) {
      requests.add(request);
    }
    return requests;
  }

  private BulkRequests() {}
}

package dev.podium.gateway.query;

import dev.podium.gateway.limit.ApiLimit;
import dev.podium.gateway.limit.ApiLimits;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class QueryLimits implements ApiLimits {

  @Override
  public List<ApiLimit> all() {
    return List.of(
        new ApiLimit("queryLength", QueryParser.MAX_LENGTH, "code points of q"),
        new ApiLimit("queryTerms", QueryParser.MAX_TERMS, "words, phrases and prefixes in q"),
        new ApiLimit(
            "queryWords",
            QueryParser.MAX_WORDS,
            "words in all of these, each character of Chinese, Japanese and Korean being one"),
        new ApiLimit("wordsBetween", Lexer.MOST_BETWEEN, "words between those that are NEAR in q"),
        new ApiLimit("queryDepth", QueryParser.MAX_DEPTH, "parentheses within each other in q"),
        new ApiLimit("shortestPrefix", Lexer.SHORTEST_PREFIX, "characters before a * in q"));
  }
}

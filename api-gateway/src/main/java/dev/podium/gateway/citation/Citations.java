package dev.podium.gateway.citation;

import dev.podium.gateway.exchange.Exchanges;
import dev.podium.gateway.exchange.Proofs;
import dev.podium.gateway.http.Alternates;
import dev.podium.gateway.http.EntityTags;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers with citations of exchanges. */
@ApplicationScoped
public class Citations {

  private final Exchanges exchanges;
  private final Proofs proofs;
  private final EntityTags tags;

  Citations(Exchanges exchanges, Proofs proofs, EntityTags tags) {
    this.exchanges = exchanges;
    this.proofs = proofs;
    this.tags = tags;
  }

  /** Where the citations of an exchange are, by its permalink. */
  public Alternates alternates(String permalink) {
    Map<String, String> forms = new LinkedHashMap<>();
    for (CitationFormat format : CitationFormat.values()) {
      forms.put(format.type(), permalink + "?format=" + format.code());
    }
    return new Alternates(forms);
  }

  /**
   * How an exchange is cited.
   *
   * @throws dev.podium.kit.problem.ProblemException with 404 where there is none
   */
  public Response answer(String id, CitationFormat format, UriInfo uri, Request request) {
    Citation citation = new Citation(exchanges.get(id), proofs.permalink(uri, id));
    byte[] body =
        switch (format) {
          case BIBTEX -> BibTex.write(citation).getBytes(StandardCharsets.UTF_8);
          case CSL -> tags.bytes(List.of(CslItem.of(citation)));
        };
    MediaType type =
        format == CitationFormat.BIBTEX
            ? MediaType.valueOf(format.type() + ";charset=utf-8")
            : MediaType.valueOf(format.type());
    return tags.answer(request, body, type, EntityTags.REVALIDATE);
  }
}

package dev.podium.gateway.document;

import dev.podium.gateway.briefing.BriefingForms;
import dev.podium.gateway.briefing.Briefings;
import dev.podium.gateway.exchange.Proofs;
import dev.podium.gateway.http.EntityTags;
import dev.podium.gateway.parameter.Parameters;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** Makes documents of briefings. */
@ApplicationScoped
class BriefingDocuments {

  private static final String UTF_8 = ";charset=utf-8";

  private final Briefings briefings;
  private final Proofs proofs;
  private final EntityTags tags;

  BriefingDocuments(Briefings briefings, Proofs proofs, EntityTags tags) {
    this.briefings = briefings;
    this.proofs = proofs;
    this.tags = tags;
  }

  Response html(String id, UriInfo uri, Request request, HttpServerResponse response) {
    byte[] page = HtmlBriefing.write(page(id, uri));
    // In the place of the one that all answers have: browsers obey both where there are two.
    response.putHeader("Content-Security-Policy", HtmlBriefing.SECURITY);
    return answer(request, page, BriefingForms.HTML);
  }

  Response markdown(String id, UriInfo uri, Request request) {
    return answer(request, MarkdownBriefing.write(page(id, uri)), BriefingForms.MARKDOWN);
  }

  Response akomaNtoso(String id, UriInfo uri, Request request) {
    return answer(request, AkomaNtoso.write(page(id, uri)), BriefingForms.AKOMA_NTOSO);
  }

  Response xml(String id, UriInfo uri, Request request) {
    return answer(request, AkomaNtoso.write(page(id, uri)), MediaType.APPLICATION_XML);
  }

  private Response answer(Request request, byte[] body, String type) {
    return tags.answer(request, body, MediaType.valueOf(type + UTF_8), EntityTags.REVALIDATE);
  }

  /**
   * The briefing as it is shown.
   *
   * @throws dev.podium.kit.problem.ProblemException with 404 where there is none
   */
  private BriefingPage page(String id, UriInfo uri) {
    new Parameters(uri.getQueryParameters(), List.of()).check();
    return new BriefingPage(
        briefings.get(id), briefings.address(uri, id), one -> proofs.permalink(uri, one));
  }
}

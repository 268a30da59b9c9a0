package dev.podium.gateway.openapi;

import io.smallrye.openapi.api.SmallRyeOpenAPI;
import io.smallrye.openapi.api.util.MergeUtil;
import java.util.List;
import org.eclipse.microprofile.openapi.OASModelReader;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/**
 * What the gateway passes on to the services, in a file for each part: of the file that the
 * standard reads by itself there is only one.
 */
public class PassedOnOperations implements OASModelReader {

  private static final String FOLDER = "/META-INF/openapi/";

  /** In the order in which they are shown. */
  private static final List<String> FILES =
      List.of(
          "pages",
          "revisions",
          "parse",
          "archive",
          "sources",
          "crawls",
          "dry-runs",
          "indexes",
          "dead-letters");

  @Override
  public OpenAPI buildModel() {
    return FILES.stream().map(PassedOnOperations::read).reduce(MergeUtil::merge).orElseThrow();
  }

  private static OpenAPI read(String name) {
    return SmallRyeOpenAPI.builder()
        .enableModelReader(false)
        .enableStandardStaticFiles(false)
        .enableAnnotationScan(false)
        .enableStandardFilter(false)
        .withCustomStaticFile(
            () -> PassedOnOperations.class.getResourceAsStream(FOLDER + name + ".yaml"))
        .build()
        .model();
  }
}

package dev.podium.gateway.export;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalLong;

/** Everybody may export everything. */
@DefaultBean
@ApplicationScoped
class NoExportLimit implements ExportLimit {

  @Override
  public OptionalLong exchanges() {
    return OptionalLong.empty();
  }
}

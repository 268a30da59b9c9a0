package dev.podium.ingest.archive;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

@DefaultBean
@ApplicationScoped
class NoVisits implements Visits {
  @Override
  public Optional<Visit> of(String page) {
    return Optional.empty();
  }
}

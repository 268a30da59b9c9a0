package dev.podium.ingest;

import dev.podium.ingest.frontier.SiteResource;
import dev.podium.local.quarkus.KafkaResource;
import dev.podium.local.quarkus.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The service on real PostgreSQL and Kafka, one application for all tests. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(
    value = PostgresResource.class,
    initArgs = @ResourceArg(name = "database", value = "ingest"))
@QuarkusTestResource(SiteResource.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface IngestTest {}

package dev.podium.gateway;

import dev.podium.gateway.access.AccessResource;
import dev.podium.gateway.alert.Receiver;
import dev.podium.gateway.change.ChangesTopic;
import dev.podium.gateway.corpus.CorpusResource;
import dev.podium.gateway.route.Backend;
import dev.podium.local.quarkus.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test of the running gateway, the corpus before it and a service of the tests behind it. */
@QuarkusTest
@QuarkusTestResource(CorpusResource.class)
@QuarkusTestResource(Backend.class)
@QuarkusTestResource(AccessResource.class)
@QuarkusTestResource(
    value = PostgresResource.class,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@QuarkusTestResource(ChangesTopic.class)
@QuarkusTestResource(Receiver.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface GatewayTest {}

package dev.podium.whole;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The layers and the cut by feature. */
class ArchitectureTest {

  private static final String CONTRACTS = "dev.podium.contracts..";
  private static final String KIT = "dev.podium.kit..";
  private static final String TRUTH = "dev.podium.truth..";

  /** The commands of the local stack and the measurements speak to a person. */
  private static final String[] COMMANDS = {"dev.podium.local..", "dev.podium.bench.."};

  private static final List<String> MODULES =
      List.of(
          "libs/contracts",
          "libs/service-kit",
          "libs/truth",
          "ingest-service",
          "parse-service",
          "index-service",
          "api-gateway",
          "deploy/local",
          "deploy/bench");

  private static JavaClasses ours;

  @BeforeAll
  static void importClasses() {
    Path root = ProjectRoot.find();
    ours =
        new ClassFileImporter()
            .importPaths(
                MODULES.stream().map(m -> root.resolve(m).resolve("target/classes")).toList());
  }

  /** What follows {@code dev.podium.} in the packages of each module. */
  private static List<String> packages() {
    return List.of(
        "contracts", "kit", "truth", "ingest", "parse", "index", "gateway", "local", "bench");
  }

  @ParameterizedTest
  @MethodSource("packages")
  void everyModuleIsLookedAt(String module) {
    assertThat(ours.stream().map(JavaClass::getPackageName))
        .anyMatch(name -> name.startsWith("dev.podium." + module));
  }

  @Test
  void contractsStandAlone() {
    noClasses()
        .that()
        .resideInAPackage(CONTRACTS)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            KIT,
            TRUTH,
            "dev.podium.ingest..",
            "dev.podium.parse..",
            "dev.podium.index..",
            "dev.podium.gateway..",
            "dev.podium.local..",
            "dev.podium.bench..",
            "io.quarkus..",
            "jakarta..",
            "org.apache.kafka..")
        .check(ours);
  }

  /** Truth that came from the parser would prove nothing. */
  @Test
  void truthComesFromNobodyWhoIsHeldToIt() {
    noClasses()
        .that()
        .resideInAPackage(TRUTH)
        .should()
        .dependOnClassesThat(
            resideInAPackage("dev.podium..").and(resideOutsideOfPackages(TRUTH, CONTRACTS)))
        .check(ours);
  }

  /** It is for tests and measurements, not for what runs. */
  @Test
  void nothingThatRunsDependsOnTruth() {
    noClasses()
        .that(resideOutsideOfPackages(TRUTH, "dev.podium.bench.."))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(TRUTH)
        .check(ours);
  }

  /** Save for what measures one, on which nobody depends either. */
  @ParameterizedTest
  @ValueSource(strings = {"kit", "ingest", "parse", "index", "gateway", "local"})
  void nobodyDependsOnAService(String module) {
    String own = "dev.podium." + module + "..";
    String[] others =
        Stream.of("ingest", "parse", "index", "gateway", "local", "bench")
            .filter(other -> !other.equals(module))
            .map(other -> "dev.podium." + other + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(own)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .allowEmptyShould(true)
        .check(ours);
  }

  @ParameterizedTest
  @MethodSource("packages")
  void featuresOfAModuleMakeNoCycles(String module) {
    slices()
        .matching("dev.podium." + module + ".(*)..")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(ours);
  }

  @Test
  void packagesAreFeaturesAndNotLayers() {
    noClasses()
        .should()
        .resideInAnyPackage(
            "..util..",
            "..utils..",
            "..common..",
            "..dto..",
            "..impl..",
            "..helper..",
            "..manager..",
            "..misc..")
        .check(ours);
  }

  @Test
  void whatABeanNeedsComesThroughItsConstructor() {
    noFields()
        .should()
        .beAnnotatedWith("jakarta.inject.Inject")
        .because("a field that a container sets cannot be final, nor set by a test")
        .check(ours);
  }

  @Test
  void nothingIsSaidPastTheLog() {
    NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(ours);
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(ours.that(resideOutsideOfPackages(COMMANDS)));
  }

  @Test
  void nobodySleeps() {
    noClasses()
        .should()
        .callMethod(Thread.class, "sleep", long.class)
        .orShould()
        .callMethod(Thread.class, "sleep", Duration.class)
        .because("a wait must end when the process is told to stop")
        .check(ours);
  }
}

package dev.podium.whole;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The settings that the services declare: key to default, empty where there is none. */
final class DeclaredSettings {

  private static final String MAPPING = "io.smallrye.config.ConfigMapping";
  private static final String DEFAULT = "io.smallrye.config.WithDefault";
  private static final String NAME = "io.smallrye.config.WithName";

  private static final Map<String, String> ALL = read();

  /** Key to default, empty where there is none. */
  static Map<String, String> all() {
    return ALL;
  }

  private static Map<String, String> read() {
    Map<String, String> settings = new TreeMap<>();
    List<Path> modules =
        Stream.of(
                "libs/service-kit",
                "ingest-service",
                "parse-service",
                "index-service",
                "api-gateway")
            .map(m -> ProjectRoot.find().resolve(m).resolve("target/classes"))
            .toList();
    for (JavaClass mapping : new ClassFileImporter().importPaths(modules)) {
      if (mapping.isAnnotatedWith(MAPPING)) {
        String prefix = value(mapping.getAnnotationOfType(MAPPING), "prefix");
        collect(mapping, prefix, settings);
      }
    }
    return settings;
  }

  private static void collect(JavaClass group, String prefix, Map<String, String> settings) {
    for (JavaMethod setting : group.getMethods()) {
      if (setting.getModifiers().contains(JavaModifier.ABSTRACT)) {
        String key = prefix + '.' + name(setting);
        JavaClass type = setting.getRawReturnType();
        if (type.isInterface() && type.getPackageName().startsWith("dev.podium")) {
          collect(type, key, settings);
        } else {
          settings.put(key, annotated(setting, DEFAULT, ""));
        }
      }
    }
  }

  private static String name(JavaMethod setting) {
    String kebab =
        setting.getName().replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    return annotated(setting, NAME, kebab);
  }

  private static String annotated(JavaMethod setting, String annotation, String otherwise) {
    return setting.isAnnotatedWith(annotation)
        ? value(setting.getAnnotationOfType(annotation), "value")
        : otherwise;
  }

  private static String value(JavaAnnotation<?> annotation, String attribute) {
    return annotation.get(attribute).map(Object::toString).orElse("");
  }

  private DeclaredSettings() {}
}

# Sourced by mvnw and by the commands in deploy/local: sets JAVA_HOME to a JDK 25 or later, looking
# at JAVA_HOME, the PATH and the places where packages and version managers put one; ends the
# program with one line where there is none.

podium_jdk_version() {
  # The release file answers without starting a JVM.
  [ -x "$1/bin/javac" ] && [ -f "$1/release" ] || return 1
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

podium_is_jdk_25() {
  podium_version=$(podium_jdk_version "$1") && [ -n "$podium_version" ] && [ "$podium_version" -ge 25 ]
}

podium_find_jdk() {
  if [ -n "${JAVA_HOME:-}" ] && podium_is_jdk_25 "$JAVA_HOME"; then
    return 0
  fi
  podium_javac=$(command -v javac 2>/dev/null || true)
  if [ -n "$podium_javac" ]; then
    podium_javac=$(readlink -f "$podium_javac" 2>/dev/null || printf '%s' "$podium_javac")
    if podium_is_jdk_25 "${podium_javac%/bin/javac}"; then
      JAVA_HOME=${podium_javac%/bin/javac}
      export JAVA_HOME
      return 0
    fi
  fi
  for podium_home in /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* \
    "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if podium_is_jdk_25 "$podium_home"; then
      JAVA_HOME=$podium_home
      export JAVA_HOME
      return 0
    fi
  done
  echo "Podium needs JDK 25 or later and found none: install one (for example Temurin 25) or set JAVA_HOME to it." >&2
  return 1
}

podium_find_jdk || exit 1

# Sourced by the commands beside it and in deploy/bench: finds the JDK and runs the program behind them.
# shellcheck shell=sh

podium_folder=$(cd -P "$(dirname "$0")" && pwd)
podium_root=$(cd -P "$podium_folder/../.." && pwd)
podium_local=$podium_root/deploy/local
podium_command=${podium_folder#"$podium_root"/}/${0##*/}

# The comment at the head of a command is its help.
podium_help() {
  sed -n '2,/^$/s/^# \{0,1\}//p' "$0"
}

# Unknown flags are refused before anything is built; the help is the list.
for podium_argument in "$@"; do
  case $podium_argument in
    --help | -h)
      podium_help
      exit 0
      ;;
    --*)
      if ! podium_help | grep -qF -e "  ${podium_argument%%=*} "; then
        echo "Unknown option: '$podium_argument'; see $podium_command --help" >&2
        exit 2
      fi
      ;;
  esac
done

. "$podium_root/.mvn/find-jdk.sh"

podium_terminal=false
podium_columns=80
if [ -t 1 ] && [ "${TERM:-dumb}" != dumb ]; then
  podium_terminal=true
  podium_columns=$(stty size 2>/dev/null </dev/tty | cut -d ' ' -f 2)
  [ "${podium_columns:-0}" -gt 0 ] || podium_columns=80
fi

# Flags for the JVM that come after those of all; a program that needs more heap says so here.
podium_flags=

# The first argument is exec, or command to come back.
podium_java() {
  podium_how=$1
  shift
  # shellcheck disable=SC2086 # flags are words
  set -- -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx192m --enable-native-access=ALL-UNNAMED \
    -Dpodium.root="$podium_root" -Dpodium.terminal="$podium_terminal" \
    -Dpodium.columns="$podium_columns" $podium_flags "$@"
  $podium_how "$JAVA_HOME/bin/java" "$@"
}

# Builds what is not built; an argument names a module that is needed beside the stack. The builder runs
# from its source where nothing is built yet.
podium_build() {
  if [ -f "$podium_local/target/local.jar" ]; then
    podium_java command -cp "$podium_local/target/local.jar" dev.podium.local.build.Build "$podium_root" "$@"
  else
    podium_java command "$podium_local/src/main/java/dev/podium/local/build/Build.java" "$podium_root" "$@"
  fi
}

# A program of a module that is built: its folder below deploy, the class, its arguments.
podium_program() {
  podium_target=$podium_root/deploy/$1/target
  podium_classes=$podium_target/$1.jar:$podium_target/lib/*
  podium_main=$2
  if [ ! -f "$podium_target/$1.jar" ]; then
    echo "$podium_target/$1.jar is not built, and nothing is built while Podium runs: deploy/local/down first." >&2
    exit 3
  fi
  shift 2
  podium_java exec -cp "$podium_classes" "$podium_main" "$@"
}

podium_run() {
  if [ ! -d "$podium_local/target/lib" ] || [ ! -f "$podium_local/target/local.jar" ]; then
    echo "Podium is not running: deploy/local/up builds and starts it." >&2
    exit 3
  fi
  podium_program local dev.podium.local.cli.Main "$@"
}

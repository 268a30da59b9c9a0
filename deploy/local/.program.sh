# Sourced by the commands beside it: finds the JDK and runs the program behind them.
# shellcheck shell=sh

podium_local=$(cd -P "$(dirname "$0")" && pwd)
podium_root=$(cd -P "$podium_local/../.." && pwd)

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
        echo "Unknown option: '$podium_argument'; see deploy/local/${0##*/} --help" >&2
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

# The first argument is exec, or command to come back.
podium_java() {
  podium_how=$1
  shift
  set -- -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx192m --enable-native-access=ALL-UNNAMED \
    -Dpodium.root="$podium_root" -Dpodium.terminal="$podium_terminal" \
    -Dpodium.columns="$podium_columns" "$@"
  $podium_how "$JAVA_HOME/bin/java" "$@"
}

# Builds what is not built. The builder runs from its source where nothing is built yet.
podium_build() {
  if [ -f "$podium_local/target/local.jar" ]; then
    podium_java command -cp "$podium_local/target/local.jar" dev.podium.local.build.Build "$podium_root"
  else
    podium_java command "$podium_local/src/main/java/dev/podium/local/build/Build.java" "$podium_root"
  fi
}

podium_run() {
  if [ ! -d "$podium_local/target/lib" ] || [ ! -f "$podium_local/target/local.jar" ]; then
    echo "Podium is not running: deploy/local/up builds and starts it." >&2
    exit 3
  fi
  podium_java exec -cp "$podium_local/target/local.jar:$podium_local/target/lib/*" dev.podium.local.cli.Main "$@"
}

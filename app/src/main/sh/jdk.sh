# Sourced by scripts: finds the newest JDK of this machine, from JAVA_HOME, the path and the usual
# folders. After find_jdk `jdk` is its folder and `newest` its major version, 0 if there is none.

# Sets `version` to the major version of the JDK in $1, 0 if there is none.
version_of() {
  version=0
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 0
  if [ -r "$1/release" ]; then
    while IFS='=' read -r key value; do
      if [ "$key" = JAVA_VERSION ]; then
        value=${value#\"}
        version=${value%%[!0-9]*}
      fi
    done <"$1/release"
  else
    version=$("$1/bin/java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1)
  fi
  case $version in
    '' | *[!0-9]*) version=0 ;;
  esac
}

jdk=
newest=0
consider() {
  version_of "$1"
  if [ "$version" -gt "$newest" ]; then
    newest=$version
    jdk=$1
  fi
}

find_jdk() {
  [ -z "${JAVA_HOME:-}" ] || consider "$JAVA_HOME"
  on_path=$(command -v javac 2>/dev/null) || on_path=
  if [ -n "$on_path" ]; then
    while [ -L "$on_path" ]; do
      target=$(readlink "$on_path")
      case $target in
        /*) on_path=$target ;;
        *) on_path=$(dirname -- "$on_path")/$target ;;
      esac
    done
    consider "$(dirname -- "$(dirname -- "$on_path")")"
  fi
  for candidate in \
    /usr/lib/jvm/* /usr/java/* /usr/local/java/* /opt/java* /opt/java/* /opt/jdk* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "${HOME:-/nonexistent}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${SDKMAN_DIR:-${HOME:-/nonexistent}/.sdkman}"/candidates/java/* \
    "${HOME:-/nonexistent}"/.asdf/installs/java/* \
    "${HOME:-/nonexistent}"/.local/share/mise/installs/java/* \
    "${HOME:-/nonexistent}"/.jabba/jdk/* \
    "${HOME:-/nonexistent}"/.jdks/*; do
    if [ -d "$candidate" ]; then
      consider "$candidate"
    fi
  done
}

# Sourced by check and run: Java 17 or newer in JAVA_HOME and an encoding that knows every file name, or a sentence that
# says what is missing.

stop() {
    printf '%s\n' "$@" >&2
    exit 1
}

if [ -z "${JAVA_HOME:-}" ]; then
    java=$(command -v java) ||
        stop "Java is missing. Install a JDK, version 17 or newer; on Debian: apt-get install openjdk-17-jdk"
    java=$(readlink -f "$java")
    JAVA_HOME=${java%/bin/java}
    # A version manager's java may be a script that lies elsewhere than its JDK.
    [ -f "$JAVA_HOME/release" ] ||
        JAVA_HOME=$(java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p')
fi
[ -x "$JAVA_HOME/bin/java" ] || stop "JAVA_HOME is $JAVA_HOME, but there is no bin/java in it."
java_release=
if [ -f "$JAVA_HOME/release" ]; then java_release=$(<"$JAVA_HOME/release"); fi
if [[ $java_release =~ JAVA_VERSION=\"([0-9]+) && ${BASH_REMATCH[1]} -lt 17 ]]; then
    stop "The Java in $JAVA_HOME is too old: 17 or newer is needed. Set JAVA_HOME to choose another one."
fi
# Tells this Java from others, for what is kept for it alone.
if [[ $java_release =~ JAVA_RUNTIME_VERSION=\"([^\"]+) || $java_release =~ JAVA_VERSION=\"([^\"]+) ]]; then
    java_release=${BASH_REMATCH[1]}
fi
export JAVA_HOME

require_compiler() {
    [ -x "$JAVA_HOME/bin/javac" ] ||
        stop "The Java in $JAVA_HOME cannot compile. Install a JDK instead of a JRE, or set JAVA_HOME to choose another one."
}

# In the POSIX locale Java takes file names for ASCII and refuses to open any other.
case "${LC_ALL:-${LC_CTYPE:-${LANG:-}}}" in
    "" | C | POSIX)
        unset LC_ALL
        export LC_CTYPE=C.UTF-8
        ;;
esac

# A screen of its own for windows that nobody is to see, with a window manager, so that no desktop is touched.
open_display() {
    local number display_server pipe
    pipe=$(mktemp -u)
    mkfifo "$pipe"
    Xvfb -displayfd 3 -screen 0 1600x1200x24 -nolisten tcp -noreset 3> "$pipe" > /dev/null 2>&1 &
    display_server=$!
    read -r number < "$pipe"
    rm -f "$pipe"
    export DISPLAY=:$number
    openbox --sm-disable > /dev/null 2>&1 &
    trap "kill $display_server 2> /dev/null" EXIT
}

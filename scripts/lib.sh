# shellcheck shell=bash disable=SC2034
# What the scripts share: where things are, what a session needs, how long a part took. Sourced, never run.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/cairn
clinic=$root/tests/clinic

hfs_version=$(<"$clinic/hfs.version")
deny_version=$(<"$root/.ci/cargo-deny.version")

say() { printf '\n== %s\n' "$*" >&2; }
fail() { printf 'error: %s\n' "$*" >&2; exit 1; }

parts=()
# timed NAME COMMAND…: runs it and remembers how long it took.
timed() {
    local name=$1 began=$SECONDS status=0
    shift
    say "$name"
    "$@" || status=$?
    parts+=("$(printf '%5d s  %s' $((SECONDS - began)) "$name")")
    return "$status"
}

# Prints how long each part took, the last thing said whether or not all went well.
tell_parts() {
    ((${#parts[@]} == 0)) || { say 'How long each part took'; printf '%s\n' "${parts[@]}"; } >&2
}

as_root() {
    if ((EUID == 0)); then "$@"; else sudo "$@"; fi
}

# The folder with the clinic's npm packages: one per state of the lock, outside the clone.
npm_home() {
    local sum
    sum=$(cat "$clinic/package.json" "$clinic/package-lock.json" "$clinic/.npmrc" | sha256sum)
    printf '%s/clinic-npm-%s' "$cache" "${sum:0:16}"
}

# Where cargo builds to: its own word, for settings anywhere may move it.
target_folder() {
    (cd "$root" && cargo metadata --no-deps --format-version 1) | sed 's/.*"target_directory":"\([^"]*\)".*/\1/'
}

hfs_program() { printf '%s/hfs-%s/bin/hfs' "$cache" "$hfs_version"; }
deny_program() { printf '%s/cargo-deny-%s/bin/cargo-deny' "$cache" "$deny_version"; }

# A folder for one run, gone when the script ends; what else has to stop then is told by `at_end COMMAND…`.
ends=()
at_end() { ends+=("$(printf '%q ' "$@")"); }
end_all() {
    local status=$? at
    # A second Ctrl-C must not leave half of it behind.
    trap - EXIT
    trap '' INT TERM HUP
    for ((at = ${#ends[@]} - 1; at >= 0; at--)); do eval "${ends[at]}" || true; done
    exit "$status"
}
trap end_all EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

run_folder() {
    local folder
    folder=$(mktemp -d "${TMPDIR:-/tmp}/cairn-run-XXXXXX")
    chmod 700 "$folder"
    printf '%s' "$folder"
}

# Ends a process that this script started; one that does not listen for five seconds is ended all the same.
# Starts script $1 with its arguments again in a session of its own, with a bus and a folder of the run's own:
# the bus of the screen readers, which the session starts by itself, lies in there, too.
own_session() {
    # A Wayland display is named by its socket in the folder that is about to be another.
    case ${WAYLAND_DISPLAY:-} in
        '' | /*) ;;
        *) export WAYLAND_DISPLAY=$XDG_RUNTIME_DIR/$WAYLAND_DISPLAY ;;
    esac
    CAIRN_OWN_SESSION=$(run_folder)
    export CAIRN_OWN_SESSION XDG_RUNTIME_DIR=$CAIRN_OWN_SESSION
    exec dbus-run-session -- "$@"
}

end_process() {
    kill "$1" 2>/dev/null || return 0
    for _ in {1..100}; do
        kill -0 "$1" 2>/dev/null || break
        sleep 0.05
    done
    kill -KILL "$1" 2>/dev/null || true
    wait "$1" 2>/dev/null || true
}

# A keystore that is open on the session's bus, as on somebody's desktop. Asking must not start a locked one.
has_keystore() {
    [[ -n ${DBUS_SESSION_BUS_ADDRESS:-} ]] || return 1
    timeout 3 dbus-send --session --print-reply --dest=org.freedesktop.DBus / \
        org.freedesktop.DBus.NameHasOwner string:org.freedesktop.secrets 2>/dev/null | grep -q 'boolean true' &&
        timeout 3 dbus-send --session --print-reply --dest=org.freedesktop.secrets \
            /org/freedesktop/secrets/aliases/default org.freedesktop.DBus.Properties.Get \
            string:org.freedesktop.Secret.Collection string:Locked 2>/dev/null | grep -q 'boolean false'
}

# Unlocks a keystore of this run's own on the session's bus; its secrets live and die in folder $1.
start_keystore() {
    local at=$1/keystore
    mkdir -m 700 "$at" "$at/run" "$at/data"
    XDG_RUNTIME_DIR=$at/run XDG_DATA_HOME=$at/data GNOME_KEYRING_CONTROL='' \
        gnome-keyring-daemon --foreground --unlock --components=secrets <<<'practice' >"$at/log" 2>&1 &
    at_end end_process $!
    for _ in {1..100}; do
        if has_keystore; then return; fi
        sleep 0.05
    done
    cat "$at/log" >&2
    fail 'the keystore does not open'
}

# A notification service on the session's bus, as on somebody's desktop; it shows things on the run's own display.
start_notifications() {
    dunst >"$1/dunst.log" 2>&1 &
    at_end end_process $!
}

# Starts a virtual display of size $1 and exports DISPLAY; the log is in folder $2.
start_display() {
    local number
    mkfifo "$2/display"
    Xvfb -displayfd 5 -screen 0 "$1x24" -nolisten tcp 5<>"$2/display" >"$2/xvfb.log" 2>&1 &
    at_end end_process $!
    read -r -t 20 number <>"$2/display" || { cat "$2/xvfb.log" >&2; fail 'the virtual display does not start'; }
    export DISPLAY=:$number
    # Said to the toolkit, too: a desktop's Wayland would win over the display just made.
    export GDK_BACKEND=x11
    unset WAYLAND_DISPLAY
}

# debian.sh: sourced by the findings about Debian's packages, on Debian bookworm. Makes the folder
# $work, gone at the end, and says how to unpack packages there without installing them.

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C.UTF-8 PYTHONWARNINGS=ignore

# unpack NAME=VERSION…: these and the Python packages that they need, into $work/root.
unpack() {
  mkdir -p "$work/cache/archives/partial" "$work/root"
  apt-get install -y -qq --download-only --no-install-recommends \
    -o Dir::State::status=/dev/null -o Dir::Cache="$work/cache" -o Debug::NoLocking=1 \
    -o APT::Sandbox::User=root "$@" > "$work/apt.log" 2>&1 || { cat "$work/apt.log" >&2; return 1; }
  for package in "$work"/cache/archives/python3-*.deb "$work"/cache/archives/alembic*.deb; do
    [ ! -e "$package" ] || dpkg -x "$package" "$work/root"
  done
}

# python FILE: runs it with what was unpacked, and nothing of the service's own log.
python() {
  PYTHONPATH=$work/root/usr/lib/python3/dist-packages /usr/bin/python3 "$@" 2> "$work/python.log" ||
    { status=$?; tail -20 "$work/python.log" >&2; return $status; }
}

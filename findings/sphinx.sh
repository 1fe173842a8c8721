# sphinx.sh: sourced by the findings about os-api-ref. Unpacks it with the Sphinx of Debian bookworm,
# and makes $work/source, a folder of docs that asks for nothing else, for the finding to fill.
. "$(dirname "$0")/debian.sh"
unpack python3-os-api-ref=2.3.0+ds1-1 python3-sphinx=5.3.0-4
mkdir "$work/source"
cat > "$work/source/conf.py" <<'PY'
extensions = ['os_api_ref']
html_theme = 'basic'
PY

#!/bin/bash
# Published tables call a parameter required unless `required` is YAML's own "false" or missing.
#
# Guess: `required: optional` and `required: "false"` are published as optional, or os-api-ref warns;
#   an empty `required:` is as if the line were not there.
# Seen (python3-os-api-ref 2.3.0+ds1-1, Sphinx 5.3.0-4): of seven spellings only `no` (a boolean for
#   PyYAML) and the missing line get "(Optional)" behind the name. `optional`, `"false"`, `n`, `0` and
#   an empty value are published as required, without a warning.
# So a reader that takes the words at their meaning tells another truth than the page everybody reads.
set -eu
. "$(dirname "$0")/sphinx.sh"
cat > "$work/source/index.rst" <<'RST'
Boxes
=====

List boxes
----------

.. rest_method:: GET /v1/boxes

.. rest_parameters:: parameters.yaml

RST
for pair in 'left_out:' 'boolean:required: no' 'word:required: optional' 'quoted:required: "false"' \
  'letter:required: n' 'zero:required: 0' 'empty:required:'; do
  name=${pair%%:*}
  echo "  - $name: $name" >> "$work/source/index.rst"
  printf '"%s":\n  description: |\n    Words.\n  in: query\n  type: string\n' "$name" >> "$work/source/parameters.yaml"
  [ -z "${pair#*:}" ] || echo "  ${pair#*:}" >> "$work/source/parameters.yaml"
done
cat > "$work/try.py" <<'PY'
import pathlib, re, sys
from sphinx.cmd.build import main

work = pathlib.Path(sys.argv[1])
log = work / 'warnings'
assert main(['-q', '-w', str(log), '-b', 'html', str(work / 'source'), str(work / 'out')]) == 0
page = (work / 'out' / 'index.html').read_text()
seen = re.findall(r'<tr class="row-\w+"><td><p>([^<]*)</p>', page)
about = [line for line in log.read_text().splitlines() if 'required' in line.lower() or 'optional' in line.lower()]
print('rows:', ', '.join(seen))
print('warnings about it:', about)
wanted = ['left_out (Optional)', 'boolean (Optional)', 'word', 'quoted', 'letter', 'zero', 'empty']
if (seen, about) != (wanted, []):
    sys.exit(f'CHANGED, was: {wanted}, no warnings')
PY
python "$work/try.py" "$work"

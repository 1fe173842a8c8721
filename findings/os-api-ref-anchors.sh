#!/bin/bash
# The inventory of a published reference names an anchor for each operation that its page does not have.
#
# Guess: every entry of `objects.inv` stands for an id of the page, so that other documentation can refer
#   to an operation by its label; ids are unique on a page, as docutils makes them.
# Seen (python3-os-api-ref 2.3.0+ds1-1, Sphinx 5.3.0-4): for each operation the inventory has one label,
#   TITLE-HASH-selector, and no element of the page has that id (the contents in the sidebar link to it,
#   too, by links without words). Two operations with status codes share the id `Success`.
# So links into a reference can only be made by the ids of sections (`list-boxes`), and those to status
# codes all lead to the first operation of a page.
set -eu
. "$(dirname "$0")/sphinx.sh"
cat > "$work/source/status.yaml" <<'YAML'
200:
  default: |
    Here it is.
YAML
cat > "$work/source/index.rst" <<'RST'
Boxes
=====

List boxes
----------

.. rest_method:: GET /v1/boxes

.. rest_status_code:: success status.yaml

  - 200

Show the lid
------------

.. rest_method:: GET /v1/lid

.. rest_status_code:: success status.yaml

  - 200
RST
cat > "$work/try.py" <<'PY'
import pathlib, re, sys, zlib
from sphinx.cmd.build import main

work = pathlib.Path(sys.argv[1])
assert main(['-q', '-b', 'html', str(work / 'source'), str(work / 'out')]) == 0
page = (work / 'out' / 'index.html').read_text()
ids = re.findall(r'\bid="([^"]*)"', page)
packed = (work / 'out' / 'objects.inv').read_bytes()
inventory = zlib.decompress(packed[packed.index(b'zlib.\n') + 6:]).decode()
labels = [line.split()[0] for line in inventory.splitlines() if ' index.html#' in line]
hash_of = re.compile(r'-[0-9a-f]{40}-')
seen = {
    'labels': sorted(hash_of.sub('-HASH-', label) for label in labels),
    'of them on the page': sorted(set(labels) & set(ids)),
    'linked in the contents': sum(f'href="#{label}"></a>' in page for label in labels),
    'ids that stand twice': sorted({name for name in ids if ids.count(name) > 1}),
    'section ids': [name for name in ('list-boxes', 'show-the-lid') if name in ids],
}
wanted = {
    'labels': ['list-boxes-HASH-selector', 'show-the-lid-HASH-selector'],
    'of them on the page': [],
    'linked in the contents': 2,
    'ids that stand twice': ['Success'],
    'section ids': ['list-boxes', 'show-the-lid'],
}
for name, got in seen.items():
    print(f'{name}:', got, '' if got == wanted[name] else f'CHANGED, was {wanted[name]}')
sys.exit(0 if seen == wanted else 1)
PY
python "$work/try.py" "$work"

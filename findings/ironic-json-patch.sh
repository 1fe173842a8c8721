#!/bin/bash
# Ironic's JSON Patch is half of JSON Patch, and its lists of fields know one spelling.
#
# Guess: a body that "must be a JSON PATCH document, adhering to RFC 6902", as the API reference
#   says, may use all six operations; and `fields` may be repeated, as at Neutron and Octavia.
# Seen (python3-ironic 1:21.4.4-0+deb12u2, API without a conductor, SQLite, no authentication):
#   add, replace, remove → 200; test, copy, move → 400
#   ?fields=uuid,description → 200; ?fields=uuid&fields=description → 400
set -eu
. "$(dirname "$0")/debian.sh"
unpack python3-ironic=1:21.4.4-0+deb12u2
cat > "$work/try.py" <<'PY'
import json, sys

work = sys.argv[1]
with open(work + '/ironic.conf', 'w') as conf:
    conf.write(f"""[DEFAULT]
auth_strategy = noauth
transport_url = fake://
host = here
my_ip = 127.0.0.1
log_file = {work}/ironic.log
enabled_hardware_types = fake-hardware
[database]
connection = sqlite:///{work}/ironic.db
""")
from ironic.common import service
service.prepare_service('ironic_api', ['ironic-api', '--config-file', work + '/ironic.conf'])
from ironic.db import migration
migration.create_schema()
from ironic.api.app import VersionSelectorApplication
from webob import Request
app = VersionSelectorApplication()

def call(method, path, body=None):
    request = Request.blank('/v1' + path, method=method, headers={'X-OpenStack-Ironic-API-Version': 'latest'})
    if body is not None:
        request.body, request.content_type = json.dumps(body).encode(), 'application/json'
    return request.get_response(app)

chassis = call('POST', '/chassis', {'description': 'here', 'extra': {'a': '1', 'b': '2'}}).json['uuid']
wanted = [
    ({'op': 'add', 'path': '/extra/c', 'value': '3'}, 200),
    ({'op': 'replace', 'path': '/extra/a', 'value': '4'}, 200),
    ({'op': 'remove', 'path': '/extra/c'}, 200),
    ({'op': 'test', 'path': '/extra/a', 'value': '4'}, 400),
    ({'op': 'copy', 'from': '/extra/a', 'path': '/extra/d'}, 400),
    ({'op': 'move', 'from': '/extra/b', 'path': '/extra/e'}, 400),
    ('?fields=uuid,description', 200),
    ('?fields=uuid&fields=description', 400),
]
changed = 0
for what, want in wanted:
    if isinstance(what, str):
        answer = call('GET', f'/chassis/{chassis}{what}')
    else:
        answer = call('PATCH', f'/chassis/{chassis}', [what])
    changed += answer.status_int != want
    print(what, '->', answer.status_int, '' if answer.status_int == want else f'CHANGED, was {want}')
    if answer.status_int >= 500:
        print(answer.text)
sys.exit(1 if changed else 0)
PY
python "$work/try.py" "$work"

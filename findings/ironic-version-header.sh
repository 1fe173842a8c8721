#!/bin/bash
# Ironic does not read OpenStack-API-Version.
#
# Guess: every service with microversions honours `OpenStack-API-Version: TYPE VERSION`, which the
#   guidelines of OpenStack's API group ask for, and the older header of its own only beside it.
# Seen (python3-ironic 1:21.4.4-0+deb12u2, API without a conductor, SQLite, no authentication):
#   OpenStack-API-Version: baremetal 1.50      → served at 1.1, as if nothing had been asked
#   X-OpenStack-Ironic-API-Version: 1.50       → served at 1.50
#   X-OpenStack-Ironic-API-Version: LATEST     → served at 1.82, where others refuse the capitals
#   X-OpenStack-Ironic-API-Version: 9.9 and x  → both 406; only the first says which versions there are
# So a client of Ironic has to send the older header, always.
set -eu
. "$(dirname "$0")/debian.sh"
unpack python3-ironic=1:21.4.4-0+deb12u2
cat > "$work/try.py" <<'PY'
import os, sys

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

def served(headers):
    answer = Request.blank('/v1/nodes', headers=headers).get_response(app)
    bounds = 'X-OpenStack-Ironic-API-Maximum-Version' in answer.headers
    return answer.status_int, answer.headers.get('X-OpenStack-Ironic-API-Version'), bounds

new, old = 'OpenStack-API-Version', 'X-OpenStack-Ironic-API-Version'
wanted = [
    ({new: 'baremetal 1.50'}, (200, '1.1', True)),
    ({old: '1.50'}, (200, '1.50', True)),
    ({old: '1.10', new: 'baremetal 1.50'}, (200, '1.10', True)),
    ({old: 'LATEST'}, (200, '1.82', True)),
    ({old: '9.9'}, (406, None, True)),
    ({old: 'x'}, (406, None, False)),
]
changed = 0
for headers, want in wanted:
    got = served(headers)
    changed += got != want
    print(headers, '->', got, '' if got == want else f'CHANGED, was {want}')
sys.exit(1 if changed else 0)
PY
python "$work/try.py" "$work"

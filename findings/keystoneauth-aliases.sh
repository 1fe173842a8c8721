#!/bin/bash
# keystoneauth writes the name of a catalog's entry into the version header, also where the authority
# of service types calls it an alias of another word.
#
# Guess: the word of `OpenStack-API-Version` is what os-service-types makes of the entry's type: `volume`
#   is the one exception (Cinder's word), and an alias sends what its service understands.
# Seen (python3-keystoneauth1 5.0.0-2, python3-os-service-types 1.7.0-2): `volume`, `volumev2`, `volumev3`
#   and `block-storage` send `volume`; `block-store`, an alias of block-storage, sends `block-store`.
#   `share` and `sharev2` send `shared-file-system`; `resource-cluster` and `bare-metal` send
#   themselves, although their services are `clustering` and `baremetal`; `bare-metal` loses Ironic's
#   older header with it.
# So the word cannot be taken from a catalog: it belongs to the service, and a client has to know it.
set -eu
. "$(dirname "$0")/debian.sh"
unpack python3-keystoneauth1=5.0.0-2 python3-os-service-types=1.7.0-2
cat > "$work/try.py" <<'PY'
import sys
import requests
from keystoneauth1.session import Session
from os_service_types import ServiceTypes

wanted = {
    'volumev3': ('block-storage', 'volume', []),
    'block-storage': ('block-storage', 'volume', []),
    'block-store': ('block-storage', 'block-store', []),
    'sharev2': ('shared-file-system', 'shared-file-system', ['X-OpenStack-Manila-API-Version']),
    'resource-cluster': ('clustering', 'resource-cluster', []),
    'bare-metal': ('baremetal', 'bare-metal', []),
}

class Wire:
    def request(self, method, url, headers, **others):
        self.headers = headers
        answer = requests.Response()
        answer.status_code, answer._content = 200, b'{}'
        return answer

wire = Wire()
session = Session(session=wire)
changed = False
for name, was in wanted.items():
    session.get('http://cloud.example/', authenticated=False, microversion='1.30', endpoint_filter={'service_type': name})
    word = wire.headers['OpenStack-API-Version'].split()[0]
    older = sorted(header for header in wire.headers if header.startswith('X-'))
    got = ServiceTypes().get_service_type(name), word, older
    changed |= got != was
    print(f'{name} (service {got[0]}): word {got[1]}, older headers {got[2]}', '' if got == was else f'CHANGED, was {was}')
sys.exit(1 if changed else 0)
PY
python "$work/try.py"

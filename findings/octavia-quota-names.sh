#!/bin/bash
# Octavia answers a quota under other names than it takes, and updates with another status than documented.
#
# Guess: `PUT /v2/lbaas/quotas/PROJECT` with `loadbalancer` answers 202 with `loadbalancer`, and
#   `PUT /v2/lbaas/pools/POOL` answers 202, as the API reference of the same release says of both.
# Seen (python3-octavia 11.0.0-2+deb12u1, API only, provider without a backend, SQLite, no authentication):
#   PUT  quota {"loadbalancer": 10, "healthmonitor": 7} → 202 {"load_balancer": 10, "health_monitor": 7}:
#        neither name that was sent comes back
#   GET  quotas (the list) → both spellings side by side
#   PUT  a pool → 200, where the API reference says 202; DELETE of a quota → 202, where it says 204
# So a strict reader of documented names and statuses refuses what Octavia really answers.
set -eu
. "$(dirname "$0")/debian.sh"
unpack python3-octavia=11.0.0-2+deb12u1
cat > "$work/try.py" <<'PY'
import json, sys

work = sys.argv[1]
with open(work + '/octavia.conf', 'w') as conf:
    conf.write(f"""[DEFAULT]
log_file = {work}/octavia.log
transport_url = fake://
[api_settings]
auth_strategy = noauth
enabled_provider_drivers = noop_driver:none
default_provider_driver = noop_driver
[database]
connection = sqlite:///{work}/octavia.db
[controller_worker]
network_driver = network_noop_driver
""")
import sqlalchemy
from sqlalchemy.orm import Session
from octavia.common import constants
from octavia.db import base_models, models
engine = sqlalchemy.create_engine(f'sqlite:///{work}/octavia.db')
base_models.BASE.metadata.create_all(engine)
with Session(engine) as session:
    for table, names in (
        (models.ProvisioningStatus, constants.SUPPORTED_PROVISIONING_STATUSES),
        (models.OperatingStatus, constants.SUPPORTED_OPERATING_STATUSES),
        (models.Algorithm, constants.SUPPORTED_LB_ALGORITHMS),
        (models.Protocol, constants.SUPPORTED_PROTOCOLS),
        (models.LBTopology, constants.SUPPORTED_LB_TOPOLOGIES),
    ):
        session.add_all(table(name=name) for name in names)
    session.commit()
from octavia.api.app import setup_app
from webob import Request
app = setup_app(argv=['octavia-api', '--config-file', work + '/octavia.conf'])
project = '11111111222233334444555555555555'

def call(method, path, body=None):
    headers = {'X-Project-Id': project, 'Accept': 'application/json'}
    request = Request.blank('/v2/lbaas' + path, method=method, headers=headers)
    if body is not None:
        request.body, request.content_type = json.dumps(body).encode(), 'application/json'
    answer = request.get_response(app)
    return answer.status_int, answer.json if answer.body else None

def settle():
    with engine.begin() as connection:
        for table in ('load_balancer', 'pool'):
            connection.execute(sqlalchemy.text(f"update {table} set provisioning_status='ACTIVE'"))

seen = {}
status, body = call('PUT', f'/quotas/{project}', {'quota': {'loadbalancer': 10, 'healthmonitor': 7}})
seen['quota'] = status, {name: body['quota'].get(name) for name in ('loadbalancer', 'load_balancer', 'healthmonitor', 'health_monitor')}
status, body = call('GET', '/quotas')
seen['list'] = status, {name: body['quotas'][0].get(name) for name in ('loadbalancer', 'load_balancer')}
seen['no quota'] = call('DELETE', f'/quotas/{project}')[0]
subnet = 'd4af86e1-0051-488c-b7a0-527f97490c9a'
status, body = call('POST', '/loadbalancers', {'loadbalancer': {'vip_subnet_id': subnet, 'project_id': project}})
balancer = body['loadbalancer']['id']
settle()
status, body = call('POST', '/pools', {'pool': {'loadbalancer_id': balancer, 'protocol': 'HTTP', 'lb_algorithm': 'ROUND_ROBIN'}})
pool = body['pool']['id']
settle()
seen['pool'] = call('PUT', f'/pools/{pool}', {'pool': {'name': 'renamed'}})[0]

wanted = {
    'quota': (202, {'loadbalancer': None, 'load_balancer': 10, 'healthmonitor': None, 'health_monitor': 7}),
    'list': (200, {'loadbalancer': 10, 'load_balancer': 10}),
    'no quota': 202,
    'pool': 200,
}
for name, got in seen.items():
    print(name, '->', got, '' if got == wanted[name] else f'CHANGED, was {wanted[name]}')
sys.exit(0 if seen == wanted else 1)
PY
python "$work/try.py" "$work"

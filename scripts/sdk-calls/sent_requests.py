"""Calls every method of the installed openstacksdk that asks a service for something, with texts for
its arguments and a connection that sends nothing, and prints as JSON which request each would send
first. Nothing is asked for over the network."""

import inspect
import json
import warnings
from unittest import mock

from openstack import _services_mixin, proxy, version

warnings.simplefilter("ignore")


class Sent(Exception):
    pass


def silent(cls):
    made = cls(session=mock.Mock(), service_type="x", interface="public")

    def request(url, method, *args, **kwargs):
        raise Sent(method, url, kwargs.get("json"))

    made.request = request
    made.get_endpoint_data = lambda *args, **kwargs: None
    made.get_project_id = lambda *args, **kwargs: "PROJECT"
    made.get_endpoint = lambda *args, **kwargs: "http://localhost"
    made._get_connection = mock.Mock()
    made.default_microversion = None
    made.retriable_status_codes = None
    return made


def number(said):
    return [int(part) for part in said.split(".")]


found = []
for name, service in vars(_services_mixin.ServicesMixin).items():
    versions = getattr(service, "supported_versions", None)
    if not versions:
        continue
    newest = max(versions, key=number)
    for call, function in inspect.getmembers(versions[newest], inspect.isfunction):
        if call.startswith("_") or call in dir(proxy.Proxy):
            continue
        parameters = list(inspect.signature(function).parameters.values())[1:]
        needed = [
            one.name
            for one in parameters
            if one.default is one.empty and one.kind is one.POSITIONAL_OR_KEYWORD
        ]
        more = any(one.kind is one.VAR_KEYWORD for one in parameters)
        words = [f"ARGUMENT{at}" for at in range(len(needed))]
        given = {"name": "NAME"} if more and call.split("_")[0] in ("create", "update") else {}
        try:
            made = getattr(silent(versions[newest]), call)(*words, **given)
            if inspect.isgenerator(made):
                next(made)
        except Sent as sent:
            method, url, body = sent.args
            found.append(
                {
                    "service": service.service_type,
                    "version": newest,
                    "attribute": name,
                    "call": call,
                    "needed": needed,
                    "attributes": bool(given),
                    "method": method,
                    "url": url,
                    "body": body,
                }
            )
        except Exception:
            # It wants more than texts: then what it sends is not known.
            pass
print(json.dumps({"version": version.__version__, "calls": found}, default=str))

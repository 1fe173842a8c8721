#!/usr/bin/python3
"""What openstacksdk makes of the cases of cases.yaml, as JSON on standard output.

    /usr/bin/python3 test/client-node/parity/record.py > test/client-node/parity/answers.json

Needs python3-openstacksdk and python3-yaml (Debian's packages). Each case is asked in a process of
its own: the library looks at the environment when it is loaded.
"""
import concurrent.futures
import json
import os
import subprocess
import sys
import tempfile

SERVICES = ["compute", "block-storage", "image"]


def versions():
    from importlib import metadata

    names = ["openstacksdk", "keystoneauth1", "os-service-types", "PyYAML", "appdirs"]
    return {name: metadata.version(name) for name in names}


def ask(case):
    """Runs in the process of a case: where it is, what it has in its environment."""
    import warnings

    warnings.simplefilter("ignore")
    from openstack import config

    try:
        loader = config.OpenStackConfig()
        kwargs = {"region_name": case["region"]} if case.get("region") else {}
        region = loader.get_one(cloud=case.get("cloud"), **kwargs)
        (verify, cert) = region.get_requests_verify_args()
    except Exception as error:
        return {"error": type(error).__name__}
    # What networks a cloud has is no matter of this client.
    values = {key: value for key, value in region.config.items() if key != "networks"}
    services = {
        name: {
            "interface": region.get_interface(name),
            "region_name": region.get_region_name(name),
            "endpoint_override": region.get_endpoint(name),
            "default_microversion": region.get_default_microversion(name),
            "api_version": region.get_api_version(name),
            "service_type": region.get_service_type(name),
            "service_name": region.get_service_name(name),
        }
        for name in SERVICES
    }
    return {"config": values, "verify": verify, "cert": cert, "services": services}


def answer(case):
    with tempfile.TemporaryDirectory() as root:
        for path, text in (case.get("files") or {}).items():
            whole = os.path.join(root, path)
            os.makedirs(os.path.dirname(whole), exist_ok=True)
            with open(whole, "w") as file:
                file.write(text)
        for folder in ["cwd", "home"]:
            os.makedirs(os.path.join(root, folder), exist_ok=True)
        env = {key: value.replace("$ROOT", root) for key, value in (case.get("env") or {}).items()}
        env.update(HOME=os.path.join(root, "home"), PATH=os.environ["PATH"])
        done = subprocess.run(
            [sys.executable, os.path.abspath(__file__), "--ask", json.dumps(case)],
            cwd=os.path.join(root, "cwd"),
            env=env,
            check=True,
            capture_output=True,
            text=True,
        )
        return json.loads(done.stdout.replace(root, "$ROOT"))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--ask"]:
        print(json.dumps(ask(json.loads(sys.argv[2])), default=str))
    else:
        import yaml

        with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "cases.yaml")) as file:
            cases = yaml.safe_load(file)
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as workers:
            answers = dict(zip((case["name"] for case in cases), workers.map(answer, cases)))
        print(json.dumps({"packages": versions(), "answers": answers}, indent=2))

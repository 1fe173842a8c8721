#!/usr/bin/python3
"""What Sphinx with os-api-ref says of small trees: for each a list of lines.

usage: sphinx_says.py < CASES.json > LINES.json; each case is an object of texts by path
"""
import io
import json
import os
import re
import shutil
import sys
import tempfile

from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils
import os_api_ref
import os_api_ref.http_codes

CONF = "extensions = ['os_api_ref']\nmaster_doc = 'index'\nproject = 'x'\n"


def build(files):
    folder = tempfile.mkdtemp()
    source = os.path.join(folder, "source")
    said = io.StringIO()
    failure = []
    # They are kept by path, and a folder may get the name of one that was removed.
    os_api_ref.YAML_CACHE.clear()
    os_api_ref.http_codes.HTTP_YAML_CACHE.clear()
    try:
        for name, text in {"conf.py": CONF, **files}.items():
            path = os.path.join(source, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8") as stream:
                stream.write(text)
        with patch_docutils(source), docutils_namespace():
            out, trees = os.path.join(folder, "out"), os.path.join(folder, "trees")
            app = Sphinx(source, source, out, trees, "html", status=None, warning=said, freshenv=True)
            app.build(True)
    except Exception as error:  # whatever it is, the build has failed
        failure = [f"{type(error).__name__}: {error}"]
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    text = re.sub(r"\x1b\[[0-9;]*m", "", said.getvalue())
    return [line for line in text.splitlines() if line.strip()] + failure


json.dump([build(files) for files in json.load(sys.stdin)], sys.stdout)

#!/usr/bin/python3
"""Counts what docutils sees in the documents below a folder of sources, as JSON.

usage: docutils-golden.py CORPORA > test/rst/docutils-golden.json

CORPORA holds a folder per service. For each service: its sections by level and its directives by
name, over every .rst with its includes expanded, and every .inc that no .rst includes. Directives
of extensions are stood in for by one that keeps its body unread, so that only docutils' own block
structure decides. Needs docutils 0.19 (Debian's python3-docutils).
"""
import collections
import json
import os
import sys

from docutils import core, nodes, statemachine
from docutils.parsers.rst import Directive, directives, roles

RAW = """code-block code sourcecode highlight parsed-literal literalinclude csv-table raw toctree math
graphviz image figure meta default-role replace unicode date rest_method rest_parameters
rest_status_code rest_expand_all""".split()
NO_ARGUMENT = """note warning tip important attention caution danger error hint seealso""".split()
PARSED = """admonition topic only container class versionadded versionchanged deprecated
versionremoved list-table contents rubric""".split()

counts = None


class Raw(Directive):
    required_arguments, optional_arguments, final_argument_whitespace = 0, 100, True
    has_content = True

    class option_spec(dict):
        def __getitem__(self, key):
            return directives.unchanged

    option_spec = collections.defaultdict(lambda: directives.unchanged)

    def run(self):
        counts["directives"][self.name.lower()] += 1
        return []


class Parsed(Raw):
    def run(self):
        super().run()
        node = nodes.container()
        self.state.nested_parse(self.content, self.content_offset, node)
        return [node]


class Content(Parsed):
    optional_arguments = 0


class Include(Raw):
    """Sphinx's include: relative to the document; fed to the reader line by line."""

    option_spec = {"literal": directives.flag, "code": directives.unchanged}

    def run(self):
        counts["directives"]["include"] += 1
        settings = self.state.document.settings
        name = self.arguments[0].strip()
        base = settings.root if name.startswith("/") else os.path.dirname(settings.path)
        path = os.path.normpath(os.path.join(base, name.lstrip("/")))
        if not os.path.isfile(path):
            return []
        settings.reached.add(path)
        with open(path, encoding="utf-8") as file:
            text = file.read()
        lines = statemachine.string2lines(text, 8, convert_whitespace=True)
        self.state_machine.insert_input(lines, path)
        return []


def register():
    for names, kind in ((RAW, Raw), (NO_ARGUMENT, Content), (PARSED, Parsed), (["include"], Include)):
        for name in names:
            directives.register_directive(name, kind)
    for role in "ref doc term option py:class envvar".split():
        roles.register_generic_role(role, nodes.emphasis)


def read(path, root, reached):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    document = core.publish_doctree(
        text,
        source_path=path,
        settings_overrides={
            "report_level": 5, "halt_level": 6, "doctitle_xform": False, "docinfo_xform": False,
            "file_insertion_enabled": True, "path": path, "root": root, "reached": reached,
        },
    )
    for section in document.findall(nodes.section):
        level = 1
        parent = section.parent
        while parent is not document:
            level += isinstance(parent, nodes.section)
            parent = parent.parent
        counts["sections"][level] += 1


def main(corpora):
    global counts
    register()
    result = {}
    for service in sorted(os.listdir(corpora)):
        counts = {"sections": collections.Counter(), "directives": collections.Counter()}
        files = sorted(
            os.path.join(folder, name)
            for folder, _, names in os.walk(os.path.join(corpora, service))
            for name in names
            if name.endswith((".rst", ".inc"))
        )
        tops = [os.path.dirname(file) for file in files if os.path.basename(file) == "index.rst"]
        root = min(tops, key=len) if tops else os.path.join(corpora, service)
        reached = set()
        for file in files:
            if file.endswith(".rst"):
                read(file, root, reached)
        for file in files:
            if file.endswith(".inc") and file not in reached:
                read(file, root, reached)
        result[service] = {
            "sections": {str(key): counts["sections"][key] for key in sorted(counts["sections"])},
            "directives": dict(sorted(counts["directives"].items())),
        }
    json.dump(result, sys.stdout, indent=2)
    print()


main(sys.argv[1])

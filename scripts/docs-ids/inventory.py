#!/usr/bin/python3
"""An inventory as Sphinx itself reads it: a JSON object of addresses by role and name.

usage: inventory.py OBJECTS.INV
"""
import json
import sys

from sphinx.util.inventory import InventoryFile

with open(sys.argv[1], "rb") as stream:
    found = InventoryFile.load(stream, "", lambda base, path: path)
json.dump({role: {name: item[2] for name, item in items.items()} for role, items in found.items()},
          sys.stdout)

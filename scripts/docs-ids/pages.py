#!/usr/bin/python3
"""What the HTML pages below a folder have, as JSON: by path, each id with the headings that it
stands below, and the texts of all blocks.

usage: pages.py FOLDER
"""
import html.parser
import json
import os
import sys

VOID = set("area base br col embed hr img input link meta param source track wbr".split())
HEADINGS = {f"h{level}" for level in range(1, 7)}
BLOCKS = set("p li dd dt td th h1 h2 h3 h4 h5 h6 summary figcaption caption div section".split())
# Chrome of the theme, code, and what is no text.
SKIPPED = set("script style nav header footer pre button svg template".split())


class Node:
    def __init__(self, tag, attrs, parent):
        self.tag, self.attrs, self.parent, self.children = tag, dict(attrs), parent, []

    def walk(self):
        for child in self.children:
            if isinstance(child, Node):
                yield child
                yield from child.walk()

    def classes(self):
        return (self.attrs.get("class") or "").split()

    def text(self):
        parts = [c if isinstance(c, str) else c.text() for c in self.children]
        return "".join(parts)


class Tree(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.root = self.at = Node("root", [], None)
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        node = Node(tag, attrs, self.at)
        self.at.children.append(node)
        if tag not in VOID:
            self.at = node

    def handle_endtag(self, tag):
        node = self.at
        while node is not None and node.tag != tag:
            node = node.parent
        if node is not None and node.parent is not None:
            self.at = node.parent

    def handle_data(self, data):
        self.at.children.append(data)


def words(text):
    return " ".join(text.replace("¶", " ").split())


def heading_of(section, subtitles):
    """The heading of a section; of a hidden part of os-api-ref that of its operation."""
    if id(section) in subtitles:
        return subtitles[id(section)]
    for child in section.children:
        if isinstance(child, Node) and child.tag in HEADINGS:
            return words(child.text())
    return None


def subtitles_of(root):
    """Titles of operations, by the two sections that os-api-ref makes of one."""
    found = {}
    for node in root.walk():
        if node.tag != "section" or "detail-control" not in node.classes():
            continue
        for inner in node.walk():
            if "url-subtitle" in inner.classes():
                found[id(node)] = words(inner.text())
                sections = node.parent.children
                after = sections[sections.index(node) + 1:]
                hidden = next((n for n in after if isinstance(n, Node)), None)
                if hidden is not None:
                    found[id(hidden)] = words(inner.text())
    return found


def own_text(node):
    """The words of a block without those of blocks and code in it."""
    parts = []
    for child in node.children:
        if isinstance(child, str):
            parts.append(child)
        elif child.tag not in BLOCKS and child.tag not in SKIPPED:
            parts.append(own_text(child))
        else:
            parts.append("\n")
    return "".join(parts)


def page(text):
    root = Tree(text).root
    subtitles = subtitles_of(root)
    ids = []
    for node in root.walk():
        if "id" not in node.attrs:
            continue
        above, operations, at = [], [], node
        while at is not None:
            if at.tag == "section":
                title = heading_of(at, subtitles)
                if title:
                    above.append(title)
                if id(at) in subtitles:
                    operations.append(title)
            elif at.tag in HEADINGS:
                above.append(words(at.text()))
            at = at.parent
        # In an operation what counts is the operation.
        ids.append([node.attrs["id"], (operations or above) if subtitles else above])
    texts = []

    def read(node, inside):
        if node.tag in SKIPPED:
            return
        # Sphinx's body, or all of a page of ours.
        inside = inside or node.tag == "main" or "docs-body" in node.classes()
        if inside and node.tag in BLOCKS:
            for part in own_text(node).split("\n\n"):
                part = words(part)
                if part:
                    texts.append([node.tag, part])
        for child in node.children:
            if isinstance(child, Node):
                read(child, inside)

    read(root, False)
    return {"ids": ids, "texts": texts}


def main(folder):
    pages = {}
    for root, folders, files in os.walk(folder):
        folders[:] = [f for f in folders if not f.startswith("_") and f != "assets"]
        for name in files:
            if not name.endswith(".html"):
                continue
            path = os.path.join(root, name)
            with open(path, encoding="utf-8") as stream:
                pages[os.path.relpath(path, folder)] = page(stream.read())
    json.dump(pages, sys.stdout)


main(sys.argv[1])

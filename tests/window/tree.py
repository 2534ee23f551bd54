"""Prints the accessibility tree of the process with the given number as a screen reader gets it, "role: name" by line.

Waits until a name in it is the second argument, for the tree grows after the window is there.
"""

import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 15


def lines(node, depth=0):
    if node is None or depth > 60:
        return
    yield f"{node.get_role_name()}: {node.get_name() or ''}"
    for at in range(node.get_child_count()):
        yield from lines(node.get_child_at_index(at), depth + 1)


def tree(process):
    desktop = Atspi.get_desktop(0)
    for at in range(desktop.get_child_count()):
        program = desktop.get_child_at_index(at)
        if program is not None and program.get_process_id() == process:
            yield from lines(program)


process, until = int(sys.argv[1]), sys.argv[2]
began = time.monotonic()
found = []
while not any(line.endswith(f": {until}") for line in found) and time.monotonic() - began < PATIENCE:
    time.sleep(0.2)
    while GLib.MainContext.default().iteration(False):
        pass
    try:
        found = list(tree(process))
    except GLib.Error:
        # A part of the tree went away while it was read.
        found = []
print("\n".join(found))

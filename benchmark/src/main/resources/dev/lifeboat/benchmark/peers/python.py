"""Backs up with Python's sqlite3. Each line of the input is an order: work, live database, target, separated by tabs;
the answer is one line that begins with "ok" or tells what went wrong."""

import hashlib
import os
import platform
import sqlite3
import sys

CHUNK = 1 << 20


def backup(live, target):
    source, copy = sqlite3.connect(live), sqlite3.connect(target)
    source.backup(copy)
    copy.close()
    source.close()


def equal_work(target):
    """What Lifeboat does as well: structure, foreign keys, checksum, everything forced to the disk."""
    copy = sqlite3.connect(target)
    structure = copy.execute("PRAGMA integrity_check").fetchall()
    dangling = copy.execute("PRAGMA foreign_key_check").fetchall()
    copy.close()
    if structure != [("ok",)] or dangling:
        raise ValueError("the copy is damaged")
    digest = hashlib.sha256()
    with open(target, "rb", buffering=0) as file:
        while chunk := file.read(CHUNK):
            digest.update(chunk)
    force(target, os.O_RDWR)
    force(os.path.dirname(target), os.O_RDONLY)


def force(path, flags):
    descriptor = os.open(path, flags)
    os.fsync(descriptor)
    os.close(descriptor)


for line in sys.stdin:
    try:
        work, live, target = line.rstrip("\n").split("\t")
        if work == "version":
            print(f"ok {platform.python_version()} with SQLite {sqlite3.sqlite_version}", flush=True)
            continue
        backup(live, target)
        if work == "backup+equal":
            equal_work(target)
        print("ok", flush=True)
    except Exception as problem:
        print("failed:", repr(problem), flush=True)

#!/usr/bin/env python3
"""dump.py DB: the results in the database as SQL, to compare; sqlite3's own .dump, whose program need not be there.
What is kept of streams is no result, and is left out."""
import sqlite3
import sys

for line in sqlite3.connect(sys.argv[1]).iterdump():
    if not line.startswith(('CREATE TABLE stream', 'INSERT INTO "stream"')):
        print(line)

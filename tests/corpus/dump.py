#!/usr/bin/env python3
"""dump.py DB: the database as SQL, to compare; sqlite3's own .dump, whose program need not be there."""
import sqlite3
import sys

for line in sqlite3.connect(sys.argv[1]).iterdump():
    print(line)

#!/usr/bin/env python3
"""Whole-process times.

  cold.py BMA PACK DRAFT          one draft beside `lua5.4 -e ""`, median of 21 runs in turn
  cold.py --seconds COMMAND...    CPU seconds of one run of a command
"""
import os, resource, statistics, subprocess, sys, time

def wall(command):
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return (time.perf_counter() - start) * 1000

if sys.argv[1] == "--seconds":
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(sys.argv[2:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    size = sum(e.stat().st_size for e in os.scandir(sys.argv[-1]))
    print(f"{spent:.3f} s CPU, {size / 1e6 / spent:.1f} MB/s")
else:
    bma, pack, draft = sys.argv[1:4]
    ours, lua = [], []
    for _ in range(21):
        ours.append(wall([bma, "check", "--pack", pack, draft]))
        lua.append(wall(["lua5.4", "-e", ""]))
    a, b = statistics.median(ours), statistics.median(lua)
    print(f"bma check {a:.2f} ms, lua5.4 {b:.2f} ms, ratio {a / b:.1f}")

#!/usr/bin/env python3
"""Whole-process times.

  cold.py BMA PACK DRAFT          one draft beside `lua5.4 -e ""`, without and with the compiled pack kept from
                                  an earlier run: medians of 21 runs in turn
  cold.py --seconds COMMAND...    CPU seconds of one run of a command
"""
import os, resource, statistics, subprocess, sys, tempfile, time

def wall(command, cache="off"):
    environment = {**os.environ, "BMA_CACHE": cache}
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
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
    command = [bma, "check", "--pack", pack, draft]
    plain, kept, lua = [], [], []
    with tempfile.TemporaryDirectory() as cache:
        for _ in range(2): # a pack that was changed just now is read once more
            wall(command, cache)
        for _ in range(21):
            plain.append(wall(command))
            kept.append(wall(command, cache))
            lua.append(wall(["lua5.4", "-e", ""]))
    a, b, c = statistics.median(plain), statistics.median(kept), statistics.median(lua)
    print(f"bma check {a:.2f} ms, with its compiled pack kept {b:.2f} ms, lua5.4 {c:.2f} ms, "
          f"ratios {a / c:.1f} and {b / c:.1f}")

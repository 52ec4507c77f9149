#!/usr/bin/env python3
"""Whole-process times.

  cold.py BMA PACK DRAFT          one draft beside `lua5.4 -e ""` (where it is installed), without and with the
                                  compiled pack kept from an earlier run: medians of 21 runs in turn
  cold.py --seconds COMMAND...    CPU seconds of one run of a command
"""
import os, resource, shutil, statistics, subprocess, sys, tempfile, time

def once(command, cache="off"):
    """Milliseconds by the clock, and of the processor, which other work beside it changes less."""
    environment = {**os.environ, "BMA_CACHE": cache}
    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    return (time.perf_counter() - start) * 1000, (used.ru_utime + used.ru_stime) * 1000

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
    yardstick = "lua5.4" if shutil.which("lua5.4") else "compiled anew" # ./dev bench --peers installs it
    runs = {name: [] for name in ("compiled anew", "compiled pack kept", yardstick)}
    with tempfile.TemporaryDirectory() as cache:
        for _ in range(2): # a pack that was changed just now is read once more
            once(command, cache)
        for _ in range(21):
            runs["compiled anew"].append(once(command))
            runs["compiled pack kept"].append(once(command, cache))
            if yardstick == "lua5.4":
                runs[yardstick].append(once(["lua5.4", "-e", ""]))
    medians = {name: [statistics.median(column) for column in zip(*times)] for name, times in runs.items()}
    wall, cpu = medians[yardstick]
    for name, (ours, used) in medians.items():
        print(f"{name:20}{ours:8.2f} ms ({ours / wall:5.1f} x)   CPU{used:8.2f} ms ({used / cpu:5.1f} x)")

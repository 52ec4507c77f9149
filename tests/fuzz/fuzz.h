/*
 * What a fuzz target is made of.  With libFuzzer the functions below are its own; without it
 * replay.c calls them on every file of the folders named on the command line.
 */
#ifndef BMA_TESTS_FUZZ_H
#define BMA_TESTS_FUZZ_H

#include <stddef.h>
#include <stdint.h>

/* The target: handles the bytes and returns 0.  Whatever is not a clean status ends the program. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The bytes as a file of that name in a folder of this process; the path is valid until the next call. */
const char *fuzz_file(const char *name, const uint8_t *data, size_t size);

/* Ends the program unless the condition holds: a target's own set-up, not the input, is at fault. */
void fuzz_need(int condition, const char *what);

#endif

#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static char folder[64];
static char path[128];

void fuzz_need(int condition, const char *what)
{
    if (condition)
        return;
    fprintf(stderr, "fuzz: %s\n", what);
    exit(2);
}

static void make_folder(void)
{
    const char *base = getenv("TMPDIR");

    snprintf(folder, sizeof folder, "%.40s/bma-fuzz-XXXXXX", base != NULL ? base : "/tmp");
    fuzz_need(mkdtemp(folder) != NULL, "no temporary folder");
}

static void remove_folder(void)
{
    remove(path);
    rmdir(folder);
}

const char *fuzz_file(const char *name, const uint8_t *data, size_t size)
{
    FILE *stream;

    if (folder[0] == '\0') {
        make_folder();
        atexit(remove_folder);
    }
    snprintf(path, sizeof path, "%s/%s", folder, name);
    stream = fopen(path, "wb");
    fuzz_need(stream != NULL && fwrite(data, 1, size, stream) == size, "a temporary file cannot be written");
    fuzz_need(fclose(stream) == 0, "a temporary file cannot be closed");
    return path;
}

/*
 * peer_pcre2 PATTERNS FOLDER: each pattern (a line) over all files of a folder, by PCRE2 with its JIT, as it
 * has no way of looking for many at once.  For ./dev bench --peers alone.
 */
#define PCRE2_CODE_UNIT_WIDTH 8
#include <dirent.h>
#include <pcre2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { MOST = 100000, FILES = 20 };

static char *read_file(const char *path, size_t *length)
{
    FILE *file = fopen(path, "rb");
    char *bytes = malloc(16 * 1024 * 1024);

    *length = file != NULL && bytes != NULL ? fread(bytes, 1, 16 * 1024 * 1024 - 1, file) : 0;
    if (bytes != NULL)
        bytes[*length] = '\0';
    if (file != NULL)
        fclose(file);
    return bytes;
}

static unsigned long long scan(pcre2_code *code, pcre2_match_data *data, const char *text, size_t length)
{
    unsigned long long matches = 0;
    size_t at = 0;

    while (at <= length && pcre2_match(code, (PCRE2_SPTR)text, length, at, 0, data, NULL) > 0) {
        const PCRE2_SIZE *ends = pcre2_get_ovector_pointer(data);
        at = ends[1] > at ? ends[1] : at + 1;
        matches++;
    }
    return matches;
}

int main(int count, char **words)
{
    static pcre2_code *codes[MOST];
    unsigned kept = 0, all = 0;
    unsigned long long matches = 0, bytes = 0;
    pcre2_match_data *data = pcre2_match_data_create(64, NULL);
    DIR *folder = count == 3 ? opendir(words[2]) : NULL;
    struct dirent *entry;
    size_t length;
    double spent = 0;

    if (folder == NULL)
        return 2;
    for (char *line = strtok(read_file(words[1], &length), "\n"); line != NULL && all < MOST;
         line = strtok(NULL, "\n")) {
        int error;
        PCRE2_SIZE where;
        pcre2_code *code =
            pcre2_compile((PCRE2_SPTR)line, PCRE2_ZERO_TERMINATED, PCRE2_CASELESS, &error, &where, NULL);
        all++;
        if (code != NULL && pcre2_jit_compile(code, PCRE2_JIT_COMPLETE) == 0)
            codes[kept++] = code;
    }
    for (int files = 0; files < FILES && (entry = readdir(folder)) != NULL;) {
        struct timespec start, end;
        char path[4096], *text;
        if (entry->d_name[0] == '.')
            continue;
        files++;
        snprintf(path, sizeof path, "%s/%s", words[2], entry->d_name);
        text = read_file(path, &length);
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &start);
        for (unsigned i = 0; i < kept; i++)
            matches += scan(codes[i], data, text, length);
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &end);
        spent += (double)(end.tv_sec - start.tv_sec) + (double)(end.tv_nsec - start.tv_nsec) / 1e9;
        bytes += length;
        free(text);
    }
    printf("%.2f MB/s, %llu matches, %u of %u phrases, %d files\n", (double)bytes / 1e6 / spent, matches,
           kept, all, FILES);
    return 0;
}

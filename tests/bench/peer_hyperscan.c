/*
 * peer_hyperscan PATTERNS FOLDER: all patterns (a line each) over all files of a folder, with the start of
 * each match, by Hyperscan.  Patterns that it refuses are left out and counted.  For ./dev bench --peers
 * alone.
 */
#include <dirent.h>
#include <hs.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static int count(unsigned id, unsigned long long from, unsigned long long to, unsigned flags, void *context)
{
    (void)id, (void)from, (void)to, (void)flags;
    ++*(unsigned long long *)context;
    return 0;
}

static char *read_file(const char *path, size_t *length)
{
    FILE *file = fopen(path, "rb");
    char *bytes = malloc(64 * 1024 * 1024);

    *length = file != NULL && bytes != NULL ? fread(bytes, 1, 64 * 1024 * 1024 - 1, file) : 0;
    if (bytes != NULL)
        bytes[*length] = '\0';
    if (file != NULL)
        fclose(file);
    return bytes;
}

static hs_database_t *compile(char *patterns, unsigned *kept, unsigned *all)
{
    const unsigned flags = HS_FLAG_CASELESS | HS_FLAG_SOM_LEFTMOST;
    static const char *expressions[100000];
    static unsigned ids[100000], each[100000];
    hs_database_t *database = NULL;
    hs_compile_error_t *error = NULL;

    for (char *line = strtok(patterns, "\n"); line != NULL && *all < 100000; line = strtok(NULL, "\n")) {
        hs_expr_info_t *info = NULL;
        ++*all;
        if (hs_expression_info(line, flags, &info, &error) != HS_SUCCESS) {
            hs_free_compile_error(error);
            continue;
        }
        free(info);
        expressions[*kept] = line;
        ids[*kept] = *kept;
        each[(*kept)++] = flags;
    }
    while (hs_compile_multi(expressions, each, ids, *kept, HS_MODE_BLOCK, NULL, &database, &error) !=
           HS_SUCCESS) {
        int bad = error->expression;
        if (bad < 0) {
            fprintf(stderr, "Hyperscan: %s\n", error->message);
            exit(2);
        }
        hs_free_compile_error(error);
        memmove(&expressions[bad], &expressions[bad + 1], (*kept - (unsigned)bad - 1) * sizeof *expressions);
        --*kept;
    }
    return database;
}

int main(int count_of, char **words)
{
    unsigned kept = 0, all = 0;
    unsigned long long matches = 0, bytes = 0;
    size_t length;
    hs_scratch_t *scratch = NULL;
    hs_database_t *database = count_of == 3 ? compile(read_file(words[1], &length), &kept, &all) : NULL;
    DIR *folder = count_of == 3 ? opendir(words[2]) : NULL;
    struct dirent *entry;
    double spent = 0;

    if (database == NULL || folder == NULL || hs_alloc_scratch(database, &scratch) != HS_SUCCESS)
        return 2;
    while ((entry = readdir(folder)) != NULL) {
        struct timespec start, end;
        char path[4096], *text;
        if (entry->d_name[0] == '.')
            continue;
        snprintf(path, sizeof path, "%s/%s", words[2], entry->d_name);
        text = read_file(path, &length);
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &start);
        hs_scan(database, text, (unsigned)length, 0, scratch, count, &matches);
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &end);
        spent += (double)(end.tv_sec - start.tv_sec) + (double)(end.tv_nsec - start.tv_nsec) / 1e9;
        bytes += length;
        free(text);
    }
    printf("%.2f MB/s, %llu matches, %u of %u phrases\n", (double)bytes / 1e6 / spent, matches, kept, all);
    return 0;
}

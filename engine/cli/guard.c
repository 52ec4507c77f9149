/* No output may fall on what is read, nor on another output: the loser would be gone without a word. */
#define _XOPEN_SOURCE 700 /* realpath() is part of POSIX.1-2008 by its XSI option */

#include "base/file.h"
#include "base/folder.h"
#include "base/memory.h"
#include "base/replace.h"
#include "base/yaml_tree.h"
#include "cli/outputs.h"
#include "corpus/queue.h"
#include "scoring/scorecard.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { MOST_PATHS = CLI_LIST_MOST + 16, MOST_LIST = 256 * 1024 * 1024 };

struct paths {
    const char *items[MOST_PATHS];
    int count;
};

/* ---- names ---- */

static bool is_same_node(const struct stat *a, const struct stat *b)
{
    return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

/* Whether two files, of which none need be there, have one name in one folder. */
static bool is_same_name(const char *left, const char *right)
{
    const char *a = strrchr(left, '/'), *b = strrchr(right, '/');
    char *left_folder = bma_path_beside(left, "."), *right_folder = bma_path_beside(right, ".");
    struct stat first, second;
    bool same = left_folder != NULL && right_folder != NULL && stat(left_folder, &first) == 0 &&
                stat(right_folder, &second) == 0 && is_same_node(&first, &second) &&
                strcmp(a != NULL ? a + 1 : left, b != NULL ? b + 1 : right) == 0;

    bma_free(left_folder);
    bma_free(right_folder);
    return same;
}

/* Whether writing to both would make one file that is not there yet. */
static bool makes_same(const char *left, const char *right)
{
    struct bma_error ignored;
    char *first = NULL, *second = NULL;
    bool same = bma_path_follow(left, &first, &ignored) == BMA_OK &&
                bma_path_follow(right, &second, &ignored) == BMA_OK && is_same_name(first, second);

    bma_free(first);
    bma_free(second);
    return same;
}

/* Whether both names lead to one file, whether it is there or not. */
static bool is_same(const char *left, const char *right)
{
    struct stat a, b;
    bool there = stat(left, &a) == 0, other = stat(right, &b) == 0;

    if (strcmp(left, "-") == 0 || strcmp(right, "-") == 0)
        return false;
    if (strcmp(left, right) == 0)
        return true;
    if (there && other)
        return S_ISREG(a.st_mode) && is_same_node(&a, &b);
    return !there && !other && makes_same(left, right);
}

/* Whether the file stands somewhere below the folder. */
static bool lies_below(const char *file, const char *folder)
{
    char path[PATH_MAX], *slash;
    struct stat wanted, about;

    if (stat(folder, &wanted) != 0 || realpath(file, path) == NULL)
        return false;
    while ((slash = strrchr(path, '/')) != NULL && slash != path) {
        *slash = '\0';
        if (stat(path, &about) == 0 && is_same_node(&about, &wanted))
            return true;
    }
    return stat("/", &about) == 0 && is_same_node(&about, &wanted);
}

/* ---- what is written ---- */

static void add(struct paths *paths, const char *path)
{
    if (path != NULL && paths->count < MOST_PATHS)
        paths->items[paths->count++] = path;
}

static struct paths outputs_of(const struct cli_values *values)
{
    struct paths outputs = {.count = 0};
    size_t length;

    for (int i = 0; i < values->outputs.count; i++)
        add(&outputs, cli_output_file(values->outputs.words[i], &length));
    add(&outputs, values->output);
    add(&outputs, values->csv);
    add(&outputs, values->jsonl);
    add(&outputs, values->write_baseline);
    return outputs;
}

/* ---- what is read ---- */

static bool refuse(const char *path, const char *other)
{
    cli_say("%s: is %s; expected another file to write to", path, other);
    return false;
}

/* Whether every output is another file than this one; NULL is none. */
static bool spares(const struct paths *outputs, const char *read)
{
    for (int i = 0; read != NULL && i < outputs->count; i++)
        if (is_same(outputs->items[i], read))
            return refuse(outputs->items[i], "what the command reads");
    return true;
}

/* A draft, and the text of a case file; one that cannot be read is told of when it is to be weighed. */
static bool spares_draft(const struct paths *outputs, const char *path)
{
    struct bma_error ignored;
    char *bytes = NULL, *text;
    size_t length = 0;
    bool spared = spares(outputs, path);

    if (!spared || path == NULL || outputs->count == 0 || !bma_is_case_file(path) ||
        bma_file_read(path, BMA_YAML_MAX_BYTES, &bytes, &length, &ignored) != BMA_OK)
        return spared;
    text = bma_case_text_path(path, bytes, length);
    spared = spares(outputs, text);
    bma_free(text);
    bma_free(bytes);
    return spared;
}

/* The lines of a list are drafts; one that cannot be read is told of when it is to be weighed. */
static bool spares_list(const struct paths *outputs, const char *path)
{
    struct bma_error ignored;
    char *bytes = NULL, *rest, *line;
    size_t length = 0;
    bool spared = true;

    if (outputs->count == 0 || bma_file_read(path, MOST_LIST, &bytes, &length, &ignored) != BMA_OK)
        return true;
    for (line = strtok_r(bytes, "\r\n", &rest); spared && line != NULL; line = strtok_r(NULL, "\r\n", &rest))
        spared = spares_draft(outputs, line);
    bma_free(bytes);
    return spared;
}

static bool is_csv(const char *path)
{
    return bma_path_ends_with(path, ".csv");
}

/* NAME.csv beside NAME.txt is what a coder found in it: nobody can make it again. */
static bool is_table(const char *path)
{
    struct stat about;
    char *draft = is_csv(path) ? bma_strndup(path, strlen(path)) : NULL;
    bool table = false;

    if (draft != NULL) {
        memcpy(draft + strlen(draft) - strlen(".csv"), ".txt", strlen(".txt"));
        table = stat(draft, &about) == 0;
    }
    bma_free(draft);
    return table;
}

/* What commands read of a folder, by its name. */
static bool is_read_of_folder(const char *path)
{
    return bma_is_draft_name(path) || bma_is_case_file(path) || is_table(path);
}

/* Whether no output takes the place of such a file below the folder (NULL: none). */
static bool spares_folder(const struct paths *outputs, const char *folder, bool (*is_read)(const char *path))
{
    struct stat about;

    for (int i = 0; folder != NULL && i < outputs->count; i++)
        if (is_read(outputs->items[i]) && stat(outputs->items[i], &about) == 0 && S_ISREG(about.st_mode) &&
            lies_below(outputs->items[i], folder))
            return refuse(outputs->items[i], "what the command reads");
    return true;
}

static bool spares_argument(const struct paths *outputs, const char *path)
{
    if (bma_is_folder(path))
        return spares_folder(outputs, path, is_read_of_folder);
    return spares_draft(outputs, path) && (!bma_path_ends_with(path, ".list") || spares_list(outputs, path));
}

/* A baseline may be written to the very file that it is read from. */
static bool spares_baseline(const struct paths *outputs, const struct cli_values *values)
{
    for (int i = 0; values->baseline != NULL && i < outputs->count; i++)
        if (outputs->items[i] != values->write_baseline && is_same(outputs->items[i], values->baseline))
            return refuse(outputs->items[i], "the baseline");
    return true;
}

/* Of two reports by one name, or on standard output, outputs.c says more. */
static bool fall_together(const char *a, const char *b, bool reports)
{
    if (strcmp(a, b) == 0 || (cli_is_standard_output(a) && cli_is_standard_output(b)))
        return !reports;
    return is_same(a, b);
}

static bool are_apart(const struct paths *outputs, int reports)
{
    for (int i = 0; i < outputs->count; i++)
        for (int k = 0; k < i; k++)
            if (fall_together(outputs->items[i], outputs->items[k], i < reports))
                return refuse(outputs->items[i], "written to twice");
    return true;
}

/* The files that options name, but for drafts and the baseline. */
static struct paths files_of(const struct cli_values *values, const char *settings)
{
    struct paths files = {.count = 0};

    add(&files, values->waivers);
    add(&files, values->coded);
    add(&files, values->map);
    add(&files, bma_scoring_is_file(values->profile) ? values->profile : NULL);
    add(&files, values->database);
    add(&files, values->requests);
    add(&files, values->metadata);
    add(&files, settings);
    return files;
}

bool cli_outputs_spare(const struct cli_values *values, const char *settings, char **arguments, int count)
{
    struct paths outputs = outputs_of(values), files = files_of(values, settings);

    for (int i = 0; i < count; i++)
        if (!spares_argument(&outputs, arguments[i]))
            return false;
    for (int i = 0; i < files.count; i++)
        if (!spares(&outputs, files.items[i]))
            return false;
    return spares_folder(&outputs, values->labels, is_csv) &&
           spares_folder(&outputs, values->second, is_csv) && spares_draft(&outputs, values->similar) &&
           spares_draft(&outputs, values->precedents) && spares_baseline(&outputs, values) &&
           are_apart(&outputs, values->outputs.count);
}

bool cli_reads_standard_input_once(const struct cli_values *values, char **arguments, int count)
{
    struct paths files = files_of(values, NULL);
    int times = 0;

    add(&files, values->baseline);
    add(&files, values->similar);
    add(&files, values->precedents);
    for (int i = 0; i < files.count; i++)
        times += strcmp(files.items[i], "-") == 0;
    for (int i = 0; i < count; i++)
        times += strcmp(arguments[i], "-") == 0;
    if (times > 1)
        cli_say("standard input is to be read as %d files; expected - once, and names of files", times);
    return times <= 1;
}

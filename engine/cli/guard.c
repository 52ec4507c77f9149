/* No output may fall on what the command reads, nor on another output: the loser would be gone without a
 * word. */
#include "cli/cli.h"

#include <string.h>
#include <sys/stat.h>

enum { MOST_OUTPUTS = CLI_LIST_MOST + 4 };

struct outputs {
    const char *paths[MOST_OUTPUTS];
    int count;
};

/* Whether both names lead to one file that is there. */
static bool is_same(const char *left, const char *right)
{
    struct stat a, b;

    if (strcmp(left, "-") == 0 || strcmp(right, "-") == 0)
        return false;
    if (strcmp(left, right) == 0)
        return true;
    return stat(left, &a) == 0 && stat(right, &b) == 0 && S_ISREG(a.st_mode) && a.st_dev == b.st_dev &&
           a.st_ino == b.st_ino;
}

static void add(struct outputs *outputs, const char *path)
{
    if (path != NULL && outputs->count < MOST_OUTPUTS)
        outputs->paths[outputs->count++] = path;
}

/* "csv=FILE" means FILE where csv is the name of a report, and outputs.c says what it takes it for. */
static const char *file_of(const char *word)
{
    size_t letters = strspn(word, "abcdefghijklmnopqrstuvwxyz");

    return word[letters] == '=' ? word + letters + 1 : word;
}

static struct outputs outputs_of(const struct cli_values *values)
{
    struct outputs outputs = {.count = 0};

    for (int i = 0; i < values->outputs.count; i++)
        add(&outputs, file_of(values->outputs.words[i]));
    add(&outputs, values->output);
    add(&outputs, values->csv);
    add(&outputs, values->jsonl);
    add(&outputs,
        values->write_baseline); /* the last: a baseline may take the place of the one that is read */
    return outputs;
}

static bool refuse(const char *path, const char *other)
{
    cli_say("%s: is %s; expected another file to write to", path, other);
    return false;
}

bool cli_outputs_spare(const struct cli_values *values, char **arguments, int count)
{
    const char *const read[] = {values->waivers, values->coded,    values->map,     values->labels,
                                values->second,  values->database, values->requests};
    struct outputs outputs = outputs_of(values);

    for (int i = 0; i < outputs.count; i++) {
        for (int k = 0; k < count; k++)
            if (is_same(outputs.paths[i], arguments[k]))
                return refuse(outputs.paths[i], "what the command reads");
        for (size_t k = 0; k < sizeof read / sizeof *read; k++)
            if (read[k] != NULL && is_same(outputs.paths[i], read[k]))
                return refuse(outputs.paths[i], "what the command reads");
        if (values->baseline != NULL && outputs.paths[i] != values->write_baseline &&
            is_same(outputs.paths[i], values->baseline))
            return refuse(outputs.paths[i], "the baseline");
        for (int k = 0; k < i; k++) /* of two reports by one name outputs.c says more */
            if ((i >= values->outputs.count || strcmp(outputs.paths[i], outputs.paths[k]) != 0) &&
                is_same(outputs.paths[i], outputs.paths[k]))
                return refuse(outputs.paths[i], "written to twice");
    }
    return true;
}

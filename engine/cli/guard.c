/* No output may fall on what is read, nor on another output: the loser would be gone without a word. */
#include "cli/cli.h"

#include "base/file.h"
#include "base/memory.h"
#include "base/yaml_tree.h"
#include "scoring/scorecard.h"

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
    add(&outputs, values->write_baseline);
    return outputs;
}

static bool refuse(const char *path, const char *other)
{
    cli_say("%s: is %s; expected another file to write to", path, other);
    return false;
}

/* Whether every output is another file than this one; NULL is none. */
static bool spares(const struct outputs *outputs, const char *read)
{
    for (int i = 0; read != NULL && i < outputs->count; i++)
        if (is_same(outputs->paths[i], read))
            return refuse(outputs->paths[i], "what the command reads");
    return true;
}

/* A draft, and the text of a case file; one that cannot be read is told of when it is to be weighed. */
static bool spares_draft(const struct outputs *outputs, const char *path)
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

/* A baseline may be written to the very file that it is read from. */
static bool spares_baseline(const struct outputs *outputs, const struct cli_values *values)
{
    for (int i = 0; values->baseline != NULL && i < outputs->count; i++)
        if (outputs->paths[i] != values->write_baseline && is_same(outputs->paths[i], values->baseline))
            return refuse(outputs->paths[i], "the baseline");
    return true;
}

/* Of two reports by one name outputs.c says more. */
static bool are_apart(const struct outputs *outputs, int reports)
{
    for (int i = 0; i < outputs->count; i++)
        for (int k = 0; k < i; k++)
            if ((i >= reports || strcmp(outputs->paths[i], outputs->paths[k]) != 0) &&
                is_same(outputs->paths[i], outputs->paths[k]))
                return refuse(outputs->paths[i], "written to twice");
    return true;
}

bool cli_outputs_spare(const struct cli_values *values, const char *settings, char **arguments, int count)
{
    const char *profile = bma_scoring_is_file(values->profile) ? values->profile : NULL;
    const char *const read[] = {values->waivers,  values->coded,  values->map,      values->labels,
                                profile,          values->second, values->database, values->requests,
                                values->metadata, settings};
    struct outputs outputs = outputs_of(values);

    for (int i = 0; i < count; i++)
        if (!spares_draft(&outputs, arguments[i]))
            return false;
    for (size_t i = 0; i < sizeof read / sizeof *read; i++)
        if (!spares(&outputs, read[i]))
            return false;
    return spares_draft(&outputs, values->similar) && spares_draft(&outputs, values->precedents) &&
           spares_baseline(&outputs, values) && are_apart(&outputs, values->outputs.count);
}

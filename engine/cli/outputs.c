/* --format and --output of check, both of which may be given several times. */
#include "cli/outputs.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct cli_output *find(struct cli_outputs *outputs, const char *name, size_t length)
{
    for (int i = 0; i < outputs->count; i++)
        if (strlen(outputs->items[i].report->name) == length &&
            strncmp(outputs->items[i].report->name, name, length) == 0)
            return &outputs->items[i];
    return NULL;
}

/* What the table of reports has, in the words that options.c has for other tables. */
static bool no_such_format(const char *name)
{
    char known[256] = "";

    for (const struct bma_report *report = bma_reports(); report->name != NULL; report++) {
        strncat(known, known[0] != '\0' ? ", " : "", sizeof known - strlen(known) - 1);
        strncat(known, report->name, sizeof known - strlen(known) - 1);
    }
    cli_say("--format takes one of %s, not '%s'", known, name);
    return false;
}

static bool add_format(struct cli_outputs *outputs, const char *name)
{
    const struct bma_report *report = bma_report_find(name);

    if (report == NULL)
        return no_such_format(name);
    if (find(outputs, name, strlen(name)) != NULL) {
        cli_say("--format %s is given twice", name);
        return false;
    }
    outputs->items[outputs->count++] = (struct cli_output){.report = report};
    return true;
}

const char *cli_output_file(const char *word, size_t *length)
{
    const char *sign = strchr(word, '=');

    *length = 0;
    if (sign == NULL)
        return word;
    for (const struct bma_report *report = bma_reports(); report->name != NULL; report++)
        if (strlen(report->name) == (size_t)(sign - word) &&
            strncmp(report->name, word, (size_t)(sign - word)) == 0)
            *length = (size_t)(sign - word);
    return *length > 0 ? sign + 1 : word;
}

static bool add_file(struct cli_outputs *outputs, const char *word)
{
    size_t length;
    const char *file = cli_output_file(word, &length);
    struct cli_output *output = length > 0 ? find(outputs, word, length) : &outputs->items[0];

    if (output == NULL) {
        cli_say("--output %s has no effect without --format %.*s", word, (int)length, word);
        return false;
    }
    if (length == 0 && outputs->count > 1) {
        cli_say("with several formats each --output names its own, as in %s=%s",
                outputs->items[0].report->name, word);
        return false;
    }
    if (output->file != NULL) {
        cli_say("--output is given twice for %s", output->report->name);
        return false;
    }
    if (*file == '\0') {
        cli_say("--output %s names no file", word);
        return false;
    }
    output->file = file;
    return true;
}

/* No two reports may fall on one another. */
static bool are_apart(const struct cli_output *a, const struct cli_output *b)
{
    bool printed = cli_is_standard_output(a->file) && cli_is_standard_output(b->file);

    if (printed)
        cli_say("%s and %s cannot both go to standard output; give one an --output %s=FILE", a->report->name,
                b->report->name, b->report->name);
    else if (a->file != NULL && b->file != NULL && strcmp(a->file, b->file) == 0)
        cli_say("%s and %s cannot both be written to %s", a->report->name, b->report->name, a->file);
    else
        return true;
    return false;
}

/* Nor may the baseline fall on one. */
static bool baseline_is_apart(const struct cli_output *output, const char *baseline)
{
    if (baseline == NULL || !cli_is_standard_output(baseline) || !cli_is_standard_output(output->file))
        return true;
    cli_say("%s and the baseline cannot both go to standard output; give one a file, as in --output %s=FILE",
            output->report->name, output->report->name);
    return false;
}

static bool all_apart(const struct cli_outputs *outputs, const char *baseline)
{
    for (int i = 0; i < outputs->count; i++) {
        if (!baseline_is_apart(&outputs->items[i], baseline))
            return false;
        for (int k = i + 1; k < outputs->count; k++)
            if (!are_apart(&outputs->items[i], &outputs->items[k]))
                return false;
    }
    return true;
}

bool cli_outputs_read(const struct cli_values *values, struct cli_outputs *outputs)
{
    bool fine = true;

    memset(outputs, 0, sizeof *outputs);
    for (int i = 0; fine && i < values->formats.count; i++)
        fine = add_format(outputs, values->formats.words[i]);
    if (values->formats.count == 0)
        fine = add_format(outputs, "text");
    for (int i = 0; fine && i < values->outputs.count; i++)
        fine = add_file(outputs, values->outputs.words[i]);
    return fine && all_apart(outputs, values->write_baseline);
}

bool cli_outputs_have(const struct cli_outputs *outputs, const char *format)
{
    for (int i = 0; i < outputs->count; i++)
        if (strcmp(outputs->items[i].report->name, format) == 0)
            return true;
    return false;
}

/* Only what goes to the terminal has its colours and its width. */
static struct bma_report_options options_of(const struct cli_output *output, const struct cli_values *values,
                                            const char *base)
{
    struct cli_values own = *values;

    own.output = output->file;
    return (struct bma_report_options){.width = cli_width(&own),
                                       .color = cli_wants_color(&own),
                                       .verbose = values->verbose,
                                       .passes = values->passes,
                                       .base = base};
}

static bool make_all(struct cli_outputs *outputs, const struct cli_values *values,
                     const struct bma_scorecard *const *cards, size_t count)
{
    char folder[4096];
    const char *base = getcwd(folder, sizeof folder);
    bool made = true;

    for (int i = 0; i < outputs->count; i++) {
        struct cli_output *output = &outputs->items[i];
        struct bma_report_options options = options_of(output, values, base);
        output->report->write(cards, count, &options, &output->bytes);
        made &= !output->bytes.failed;
    }
    if (!made)
        cli_say("memory ran out while the report was written");
    return made;
}

static bool write_all(const struct cli_outputs *outputs, bool files)
{
    for (int i = 0; i < outputs->count; i++) {
        const struct cli_output *output = &outputs->items[i];
        if (cli_is_standard_output(output->file) != files &&
            !cli_write(output->file, output->bytes.length > 0 ? output->bytes.bytes : "",
                       output->bytes.length))
            return false;
    }
    return true;
}

bool cli_outputs_write(struct cli_outputs *outputs, const struct cli_values *values,
                       const struct bma_scorecard *const *cards, size_t count)
{
    bool done;

    for (int i = 0; i < outputs->count; i++)
        bma_buffer_init(&outputs->items[i].bytes);
    done = make_all(outputs, values, cards, count) && write_all(outputs, true) &&
           (values->quiet || write_all(outputs, false));
    for (int i = 0; i < outputs->count; i++)
        bma_buffer_release(&outputs->items[i].bytes);
    return done;
}

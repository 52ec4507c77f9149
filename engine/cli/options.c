/* Options as data: the tables drive getopt_long, the checks of values and --help. */
#include "cli/cli.h"

#include <getopt.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_OPTIONS = 32, LONG_ONLY = 256 };

static const char *const color_words[] = {"auto", "always", "never", NULL};
static const char *const fail_words[] = {"nothing", "regression", NULL};
static const char *const sort_words[] = {"name", "score", "year", "cluster", NULL};
static const char *const source_words[] = {"text", "coded", "all", NULL};
static const char *const by_words[] = {"year", "decade", "pair", "instrument", NULL};
static const char *const voice_words[] = {"text", "coder", "both", NULL};
static const char *const table_words[] = {"text", "csv", "json", NULL};
static const char *const matrix_words[] = {"text", "csv", "json", "html", NULL};
static const char *const diff_words[] = {"text", "json", "markdown", "html", NULL};
static const char *const show_words[] = {"text", "json", NULL};
static const char *const level_words[] = {"mentioned", "soft", "binding", "operational", NULL};

#define AT(member) offsetof(struct cli_values, member)
#define HELP                                                                                                 \
    {                                                                                                        \
        "help", 'h', CLI_FLAG, NULL, "explain this command", AT(help), NULL, 0, 0                            \
    }
#define PACK                                                                                                 \
    {                                                                                                        \
        "pack", 'p', CLI_TEXT, "DIR", "the rule pack", AT(pack), NULL, 0, 0                                  \
    }
#define PROFILE                                                                                              \
    {                                                                                                        \
        "profile", 0, CLI_TEXT, "NAME",                                                                      \
            "weights: ministry (default), researcher, strict, or a YAML file of one's own", AT(profile),     \
            NULL, 0, 0                                                                                       \
    }
#define COLOR                                                                                                \
    {                                                                                                        \
        "color", 0, CLI_CHOICE, "WHEN", "text: auto (default), always, never", AT(color), color_words, 0, 0  \
    }
#define WIDTH                                                                                                \
    {                                                                                                        \
        "width", 0, CLI_NUMBER, "N", "text: columns, 60-100", AT(width), NULL, 60, 100                       \
    }
#define OUTPUT                                                                                               \
    {                                                                                                        \
        "output", 'o', CLI_TEXT, "FILE", "write there, whole or not at all", AT(output), NULL, 0, 0          \
    }
#define FORMAT(about, words)                                                                                 \
    {                                                                                                        \
        "format", 'f', CLI_TEXT, "NAME", about, AT(format), words, 0, 0                                      \
    }
#define END                                                                                                  \
    {                                                                                                        \
        NULL, 0, CLI_FLAG, NULL, NULL, 0, NULL, 0, 0                                                         \
    }

const struct cli_option cli_check_options[] = {
    {"format", 'f', CLI_LIST, "NAME",
     "text (default), json, html, markdown, csv, sarif, junit, github; may be repeated", AT(formats), NULL, 0,
     0},
    {"output", 'o', CLI_LIST, "FILE", "write there, whole or not at all; FORMAT=FILE with several formats",
     AT(outputs), NULL, 0, 0},
    {"jsonl", 0, CLI_TEXT, "FILE", "a line of JSON for each line of JSON in FILE (-: standard input)",
     AT(requests), NULL, 0, 0},
    {"sarif-pass", 0, CLI_FLAG, NULL, "sarif: criteria that are met or do not apply, too", AT(passes), NULL,
     0, 0},
    PACK,
    PROFILE,
    {"min-score", 0, CLI_NUMBER, "N", "end with 1 when a score is below N (0-100)", AT(min_score), NULL, 0,
     100},
    {"fail-level", 0, CLI_CHOICE, "LEVEL", "end with 1 when a criterion is below this level or contradicted",
     AT(fail_level), level_words, 0, 0},
    {"voice", 0, CLI_CHOICE, "WHOSE", "score on the levels of: text (default), coder, both", AT(voice),
     voice_words, 0, 0},
    {"waivers", 0, CLI_TEXT, "FILE", "waivers beside those of the case file", AT(waivers), NULL, 0, 0},
    {"today", 0, CLI_TEXT, "DATE", "the day that waivers are compared with (YYYY-MM-DD)", AT(today), NULL, 0,
     0},
    {"baseline", 0, CLI_TEXT, "FILE", "shortfalls known in FILE do not count", AT(baseline), NULL, 0, 0},
    {"write-baseline", 0, CLI_TEXT, "FILE", "record the shortfalls of today in FILE", AT(write_baseline),
     NULL, 0, 0},
    {"quiet", 'q', CLI_FLAG, NULL, "nothing on standard output: files and the exit code alone", AT(quiet),
     NULL, 0, 0},
    {"verbose", 'v', CLI_FLAG, NULL, "text: all the evidence, also of criteria that are met", AT(verbose),
     NULL, 0, 0},
    COLOR,
    WIDTH,
    HELP,
    END,
};
const struct cli_option cli_show_options[] = {
    FORMAT("text (default) or json", show_words),
    {"text", 't', CLI_FLAG, NULL, "the text that lines and bytes refer to, as it was taken out of the file",
     AT(text), NULL, 0, 0},
    {"features", 0, CLI_FLAG, NULL, "what each clause does: Parties, predicates, concepts, references",
     AT(features), NULL, 0, 0},
    OUTPUT,
    PACK,
    HELP,
    END,
};
const struct cli_option cli_diff_options[] = {
    FORMAT("text (default), json, markdown, html", diff_words),
    OUTPUT,
    PACK,
    PROFILE,
    {"fail-on", 0, CLI_CHOICE, "WHAT", "end with 1 on: regression (something lost or weakened)", AT(fail_on),
     fail_words, 0, 0},
    COLOR,
    WIDTH,
    HELP,
    END,
};
const struct cli_option cli_import_options[] = {
    {"coded", 0, CLI_TEXT, "FILE", "the coding table (CSV): agreements by topics, 0 or 1", AT(coded), NULL, 0,
     0},
    {"map", 0, CLI_TEXT, "FILE", "which criteria each topic answers (CSV: item,criteria)", AT(map), NULL, 0,
     0},
    {"db", 'd', CLI_TEXT, "FILE", "write the scorecards and values into this results database", AT(database),
     NULL, 0, 0},
    {"cases", 0, CLI_TEXT, "DIR", "write a case file for each agreement into this folder", AT(cases), NULL, 0,
     0},
    {"column", 0, CLI_LIST, "ROLE=NAME",
     "the table's column for id, title, year, instrument or party (default: treatyID, agreement_title, year, "
     "none, countryA and countryB)",
     AT(columns), NULL, 0, 0},
    {"any", 0, CLI_LIST, "NAME=TOPIC,…", "also report the share with any of these topics", AT(any), NULL, 0,
     0},
    FORMAT("text (default), csv, json", table_words),
    OUTPUT,
    PACK,
    PROFILE,
    HELP,
    END,
};
const struct cli_option cli_explain_options[] = {OUTPUT, PACK, COLOR, WIDTH, HELP, END};
const struct cli_option cli_rules_options[] = {
    PACK,
    {"coverage", 'c', CLI_FLAG, NULL, "what answers each recommendation; ends with 1 when nothing does",
     AT(coverage), NULL, 0, 0},
    OUTPUT,
    HELP,
    END,
};
const struct cli_option cli_corpus_options[] = {
    {"db", 'd', CLI_TEXT, "FILE", "the results database; made where there is none", AT(database), NULL, 0, 0},
    {"jobs", 'j', CLI_NUMBER, "N", "threads (default: one for each processor)", AT(jobs), NULL, 1, 256},
    {"shard", 0, CLI_TEXT, "I/N", "take the I-th of N parts", AT(shard), NULL, 0, 0},
    {"again", 0, CLI_FLAG, NULL, "weigh what is unchanged, too", AT(again), NULL, 0, 0},
    {"prune", 0, CLI_FLAG, NULL, "take out of the database what is not among the files any more", AT(prune),
     NULL, 0, 0},
    {"metadata", 0, CLI_TEXT, "FILE",
     "year, instrument and parties of bare texts (CSV: path,year,instrument,parties)", AT(metadata), NULL, 0,
     0},
    {"csv", 0, CLI_TEXT, "FILE", "write all rows of --format csv there", AT(csv), NULL, 0, 0},
    {"jsonl", 0, CLI_TEXT, "FILE", "write one scorecard a line there", AT(jsonl), NULL, 0, 0},
    {"quiet", 'q', CLI_FLAG, NULL, "no progress on a terminal", AT(quiet), NULL, 0, 0},
    PACK,
    PROFILE,
    HELP,
    END,
};
const struct cli_option cli_agreement_options[] = {
    FORMAT("text (default), csv, json", table_words),
    OUTPUT,
    {"db", 0, CLI_TEXT, "FILE",
     "the program's findings as bma corpus put them there; drafts named pick from it", AT(database), NULL, 0,
     0},
    {"labels", 'l', CLI_TEXT, "DIR",
     "where the coder's tables stand: NAME.csv for NAME.txt (default: beside it)", AT(labels), NULL, 0, 0},
    {"second", 0, CLI_TEXT, "DIR", "a second coder's tables, compared with those of --labels", AT(second),
     NULL, 0, 0},
    {"coded", 0, CLI_TEXT, "FILE", "a coding table (CSV), whose rows are named as the drafts are", AT(coded),
     NULL, 0, 0},
    {"map", 0, CLI_TEXT, "FILE", "which criteria each topic answers (CSV: item,criteria)", AT(map), NULL, 0,
     0},
    {"column", 0, CLI_LIST, "ROLE=NAME",
     "the table's column for id (default: treatyID), title, year or party", AT(columns), NULL, 0, 0},
    {"disagreements", 'd', CLI_FLAG, NULL, "text: list them, too; csv: list them instead", AT(disagreements),
     NULL, 0, 0},
    {"min-alpha", 0, CLI_NUMBER, "N", "end with 1 where Krippendorff's alpha of the whole is below N",
     AT(min_alpha), NULL, -1, 1},
    PACK,
    COLOR,
    WIDTH,
    HELP,
    END,
};
const struct cli_option cli_compare_options[] = {
    FORMAT("text (default), csv, json, html", matrix_words),
    OUTPUT,
    {"db", 'd', CLI_TEXT, "FILE",
     "a results database of bma corpus or bma import; agreements named pick from it", AT(database), NULL, 0,
     0},
    {"source", 0, CLI_CHOICE, "WHICH", "of --db: text, coded, or all (default: texts where there are any)",
     AT(source), source_words, 0, 0},
    {"sort", 's', CLI_CHOICE, "ORDER", "the matrix by name (default), score, year or cluster", AT(sort),
     sort_words, 0, 0},
    {"rank", 'r', CLI_FLAG, NULL, "agreements by score instead, with each dimension", AT(rank), NULL, 0, 0},
    {"by", 'b', CLI_CHOICE, "GROUP", "means and spread by year, decade, pair or instrument instead", AT(by),
     by_words, 0, 0},
    {"criterion", 'c', CLI_TEXT, "ID", "the clauses on one criterion beside each other instead",
     AT(criterion), NULL, 0, 0},
    {"clusters", 0, CLI_FLAG, NULL, "how agreements are clustered instead: what is joined, at what distance",
     AT(clusters), NULL, 0, 0},
    {"distances", 0, CLI_FLAG, NULL, "how alike every two agreements are instead", AT(distances), NULL, 0, 0},
    {"similar", 0, CLI_TEXT, "DRAFT", "the agreements of --db that are most like a draft instead",
     AT(similar), NULL, 0, 0},
    {"precedents", 0, CLI_TEXT, "DRAFT", "their better clauses on what the draft lacks instead",
     AT(precedents), NULL, 0, 0},
    {"most", 'm', CLI_NUMBER, "N",
     "how many with --similar (10) and for each criterion with --precedents (2)", AT(most), NULL, 1, 100000},
    PACK,
    PROFILE,
    COLOR,
    WIDTH,
    HELP,
    END,
};
const struct cli_option cli_help_options[] = {
    {"man", 0, CLI_FLAG, NULL, "as a manual page", AT(man), NULL, 0, 0}, HELP, END};
const struct cli_option cli_learn_options[] = {
    OUTPUT,
    {"standing", 0, CLI_FLAG, NULL, "learn standing.csv instead: how all that is known of a draft is weighed",
     AT(standing), NULL, 0, 0},
    PACK,
    HELP,
    END};
const struct cli_option cli_plain_options[] = {HELP, END};

static bool set_number(const struct cli_option *option, const char *word, double *out)
{
    char *end;
    double number = strtod(word, &end);

    if (strspn(word, "-.0123456789") != strlen(word) || end == word || *end != '\0' || !isfinite(number) ||
        number < option->low || number > option->high) {
        cli_say("--%s takes a number from %g to %g, not '%s'", option->name, option->low, option->high, word);
        return false;
    }
    *out = number;
    return true;
}

/* Which of the words of the table it is; false after saying what there is. */
static bool find_choice(const struct cli_option *option, const char *word, int *out)
{
    char known[128] = "";

    for (int i = 0; option->choices[i] != NULL; i++) {
        if (strcmp(option->choices[i], word) == 0) {
            *out = i;
            return true;
        }
        snprintf(known + strlen(known), sizeof known - strlen(known), "%s%s", i > 0 ? ", " : "",
                 option->choices[i]);
    }
    cli_say("--%s takes one of %s, not '%s'", option->name, known, word);
    return false;
}

static bool set_list(const struct cli_option *option, const char *word, struct cli_list *out)
{
    if (out->count == CLI_LIST_MOST) {
        cli_say("--%s is given more than %d times", option->name, (int)CLI_LIST_MOST);
        return false;
    }
    out->words[out->count++] = word;
    return true;
}

static bool set(const struct cli_option *option, const char *word, struct cli_values *values)
{
    void *member = (char *)values + option->offset;
    int choice;

    if (option->kind != CLI_FLAG && *word == '\0') { /* most likely a variable of a script that is not set */
        cli_say("--%s needs a value that is not empty", option->name);
        return false;
    }
    switch (option->kind) {
    case CLI_FLAG:
        *(bool *)member = true;
        return true;
    case CLI_TEXT:
        *(const char **)member = word;
        return option->choices == NULL || find_choice(option, word, &choice);
    case CLI_LIST:
        return set_list(option, word, member);
    case CLI_NUMBER:
        return set_number(option, word, member);
    case CLI_CHOICE:
        return find_choice(option, word, member);
    }
    return false;
}

/* getopt's own tables from ours; returns how many options there are. */
static int prepare(const struct cli_option *options, struct option *names, char *letters)
{
    int count = 0;

    *letters++ = ':'; /* a missing value is told from an unknown option */
    for (; options[count].name != NULL && count < MOST_OPTIONS; count++) {
        const struct cli_option *option = &options[count];
        bool valued = option->kind != CLI_FLAG;
        names[count] =
            (struct option){option->name, valued ? required_argument : no_argument, NULL, LONG_ONLY + count};
        if (option->letter != 0) {
            *letters++ = option->letter;
            if (valued)
                *letters++ = ':';
        }
    }
    names[count] = (struct option){NULL, 0, NULL, 0};
    *letters = '\0';
    return count;
}

static const struct cli_option *found(const struct cli_option *options, int code)
{
    if (code >= LONG_ONLY)
        return &options[code - LONG_ONLY];
    for (; options->name != NULL; options++)
        if (options->letter == code)
            return options;
    return NULL;
}

bool cli_options_read(const struct cli_command *command, int count, char **arguments,
                      struct cli_values *values, int *first)
{
    struct option names[MOST_OPTIONS + 1];
    char letters[2 * MOST_OPTIONS + 2];
    const struct cli_option *option;
    int code;

    *values = (struct cli_values){.min_score = -1, .fail_level = -1, .min_alpha = -2, .by = -1, .source = -1};
    prepare(command->options, names, letters);
    opterr = 0;
    while ((code = getopt_long(count, arguments, letters, names, NULL)) != -1) {
        if (code == '?' || code == ':') {
            cli_say("%s: '%s' %s; 'bma help %s' lists the options", command->name, arguments[optind - 1],
                    code == ':' ? "needs a value" : "is not an option here", command->name);
            return false;
        }
        option = found(command->options, code);
        if (!set(option, optarg, values))
            return false;
        values->given |= 1u << (option - command->options);
    }
    *first = optind;
    return true;
}

const char *cli_given(const struct cli_option *options, const struct cli_values *values, size_t offset)
{
    for (unsigned i = 0; options[i].name != NULL; i++)
        if (options[i].offset == offset)
            return (values->given & 1u << i) != 0 ? options[i].name : NULL;
    return NULL;
}

bool cli_options_matter(const struct cli_option *options, const struct cli_values *values,
                        const struct cli_effect *effects, unsigned modes)
{
    for (; effects->why != NULL; effects++) {
        const char *name = cli_given(options, values, effects->offset);
        if (name == NULL || (effects->modes & modes) != 0)
            continue;
        cli_say("--%s has no effect %s", name, effects->why);
        return false;
    }
    return true;
}

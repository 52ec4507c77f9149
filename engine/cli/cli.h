/*
 * The command line: the only room that prints to the terminal or ends the
 * program.  A command is a row of a table; so is an option.  What a command does
 * beyond reading its options and writing its output stands in the rooms below.
 */
#ifndef BMA_CLI_CLI_H
#define BMA_CLI_CLI_H

#include "base/buffer.h"
#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>

/* What the program ends with (also in `bma help`). */
enum cli_exit {
    CLI_EXIT_OK = 0,    /* done, and nothing below the threshold asked for */
    CLI_EXIT_BELOW = 1, /* done, but something is below it */
    CLI_EXIT_ERROR =
        2,            /* wrong usage or wrong input; nothing was written but what corpus had weighed before */
    CLI_EXIT_RULE = 3 /* done, but a rule failed */
};

enum cli_color { CLI_COLOR_AUTO, CLI_COLOR_ALWAYS, CLI_COLOR_NEVER };

/* The words of an option that may be given several times. */
enum { CLI_LIST_MOST = 16 };
struct cli_list {
    const char *words[CLI_LIST_MOST];
    int count;
};

/* Every option of every command; each command's table names those it takes. */
struct cli_values {
    bool help;
    const char *pack;                                        /* NULL: looked for, see bma_pack_locate() */
    const char *profile;                                     /* NULL: the pack's default */
    const char *format;                                      /* NULL: text */
    const char *output;                                      /* NULL: standard output */
    int color;                                               /* enum cli_color */
    double width;                                            /* 0: that of the terminal */
    double min_score;                                        /* negative: none */
    int fail_level;                                          /* 0 mentioned … 3 operational; -1: none */
    int voice;                                               /* enum bma_voice_choice */
    const char *waivers, *today, *baseline, *write_baseline; /* NULL: none */
    bool verbose;
    bool coverage, standing;
    bool text; /* show: the source itself */
    bool features;
    const char *coded, *map;      /* import: the table, and what ties it to criteria */
    const char *cases;            /* import: the folder of case files; NULL: none */
    struct cli_list columns, any; /* import: ROLE=NAME; NAME=TOPIC,TOPIC… */
    struct cli_list formats;      /* check: reports asked for */
    struct cli_list outputs;      /* check: FILE, or FORMAT=FILE */
    bool passes;                  /* check: sarif tells what is met, too */
    bool quiet, man;
    unsigned given,
        configured; /* options set by the command line, by .bma.yaml: bit i is row i of the table */
    int fail_on;    /* diff: CLI_FAIL_ON_… */
    const char *database, *csv, *jsonl, *shard, *metadata; /* corpus; NULL: none */
    double jobs;                                           /* corpus: 0: one for each processor */
    bool again, prune;
    const char *requests;        /* check --jsonl; NULL: none */
    const char *labels, *second; /* agreement: folders of label tables; NULL: none */
    bool disagreements;
    bool rank, clusters, distances;               /* compare: one view of these seven */
    int by;                                       /* index of year, decade, pair, instrument; -1: none */
    const char *criterion, *similar, *precedents; /* NULL: none */
    int sort;                                     /* enum bma_order */
    int source;                                   /* enum bma_source; -1: the usual */
    double most;                                  /* 0: the view's own */
    double min_alpha;                             /* below -1: none */
};

enum { CLI_FAIL_ON_NOTHING, CLI_FAIL_ON_REGRESSION };

enum cli_kind { CLI_FLAG, CLI_TEXT, CLI_LIST, CLI_NUMBER, CLI_CHOICE };

struct cli_option {
    const char *name; /* "format"; NULL ends a table */
    char letter;      /* 'f', or 0 */
    enum cli_kind kind;
    const char *value; /* how --help calls its value */
    const char *about;
    size_t offset;              /* of the member of struct cli_values that it sets */
    const char *const *choices; /* CHOICE, and TEXT that is one of some words: they, ended by NULL; or NULL */
    double low, high;           /* NUMBER: what it must lie between */
};

struct cli_command {
    const char *name; /* NULL ends the table */
    const char *arguments;
    const char *about;
    const struct cli_option *options;
    const char *examples; /* lines of their own */
    int (*run)(const struct cli_values *values, char **arguments, int count);
};

extern const struct cli_command cli_commands[];
const struct cli_command *cli_command_find(const char *name);

/*
 * Reads the options of a command; *first is the index of the first argument
 * that is none.  False, after saying why, where they are wrong.
 */
bool cli_options_read(const struct cli_command *command, int count, char **arguments,
                      struct cli_values *values, int *first);

/* The name of the option with this member, where the command line gives it; else NULL. */
const char *cli_given(const struct cli_option *options, const struct cli_values *values, size_t offset);

/* Where an option does something: the other ways to run the command leave it without effect. */
struct cli_effect {
    size_t offset;   /* the option's member of struct cli_values */
    unsigned modes;  /* bits that the command gives a meaning */
    const char *why; /* "without --format sarif", where it has no effect; NULL ends a table */
};

/*
 * Whether every option that the command line gives has an effect when the command runs with these bits set;
 * says which one has not.  What .bma.yaml sets is for all drafts of a folder, and for whom it does something.
 */
bool cli_options_matter(const struct cli_option *options, const struct cli_values *values,
                        const struct cli_effect *effects, unsigned modes);

/* Says how many findings failed with their rule; returns the exit code for that. */
int cli_rules_failed(uint32_t count);

/*
 * Whether no output falls on what the command reads, nor on another output; says which one does.  Read are
 * the arguments, what stands in a folder or list among them, files that options name, the text that a case
 * file names, and the settings (NULL: none).
 */
bool cli_outputs_spare(const struct cli_values *values, const char *settings, char **arguments, int count);

/* Whether no more than one thing that the command reads is standard input; says so where more are. */
bool cli_reads_standard_input_once(const struct cli_values *values, char **arguments, int count);

/* Commands, one per file. */
int cli_check(const struct cli_values *values, char **arguments, int count);
int cli_show(const struct cli_values *values, char **arguments, int count);
int cli_show_config(const struct cli_values *values, char **arguments, int count);
int cli_completion(const struct cli_values *values, char **arguments, int count);
int cli_explain(const struct cli_values *values, char **arguments, int count);
int cli_agreement(const struct cli_values *values, char **arguments, int count);
int cli_import(const struct cli_values *values, char **arguments, int count);
int cli_diff(const struct cli_values *values, char **arguments, int count);
int cli_compare(const struct cli_values *values, char **arguments, int count);
int cli_corpus(const struct cli_values *values, char **arguments, int count);
int cli_learn(const struct cli_values *values, char **arguments, int count);
int cli_merge(const struct cli_values *values, char **arguments, int count);
int cli_rules(const struct cli_values *values, char **arguments, int count);
int cli_version(const struct cli_values *values, char **arguments, int count);
int cli_help(const struct cli_values *values, char **arguments, int count);
/* Manual pages, as roff. */
void cli_manual_command(const struct cli_command *command);
void cli_manual_program(void);
void cli_help_command(const struct cli_command *command);
extern const struct cli_option cli_check_options[], cli_show_options[], cli_rules_options[],
    cli_help_options[], cli_import_options[], cli_diff_options[], cli_explain_options[], cli_plain_options[],
    cli_corpus_options[], cli_agreement_options[], cli_compare_options[], cli_learn_options[];

/* The session or pack of the command line; false with the error filled. */
struct bma_session;
struct bma_pack;
bool cli_session_open(struct bma_session *session, const char *pack, const char *profile,
                      struct bma_error *error);
bool cli_pack_open(const char *wanted, struct bma_pack **out, struct bma_error *error);

/* "bma: …" on standard error, with a newline. */
void cli_say(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* The error as file:line:column: message on standard error; returns the exit code. */
int cli_fail(const struct bma_error *error);
/* That standard output failed (errno), unless its reader has only stopped reading (head, a pager). */
void cli_say_unwritten(void);
/* Whether what is written there goes where standard output goes: no name, "-", or a name of that very file.
 */
bool cli_is_standard_output(const char *output);
/* Writes to the file named, whole or not at all, or to standard output; false after saying why not. */
bool cli_write(const char *output, const char *bytes, size_t length);
/* The same for lines that quote a draft, a pack or the settings: no byte of theirs may steer the terminal. */
bool cli_write_lines(const char *output, const struct bma_buffer *lines);

/* Whether standard output takes colour, and how wide it is, given the options. */
bool cli_wants_color(const struct cli_values *values);
unsigned cli_width(const struct cli_values *values);

#endif

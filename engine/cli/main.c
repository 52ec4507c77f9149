/* The commands, and the way from the first word to one of them. */
#include "cli/cli.h"

#include "cli/config.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>

const struct cli_command cli_commands[] = {
    {"check", "FILE…", "weigh drafts against the recommendations and print the scorecard", cli_check_options,
     "  bma check draft.txt\n"
     "  bma check --format json --output card.json case.yaml\n"
     "  bma check -f text -f html -o html=card.html -f sarif -o sarif=card.sarif draft.txt\n"
     "  bma check --min-score 60 --fail-level soft draft.txt\n",
     cli_check},
    {"show", "FILE", "print how a draft was read: its divisions and clauses", cli_show_options,
     "  bma show draft.txt\n"
     "  bma show --format json draft.txt\n"
     "  bma show --text draft.docx\n"
     "  bma show --features draft.txt\n",
     cli_show},
    {"explain", "CRITERION [FILE]", "what a criterion asks for, and why a draft got its level",
     cli_explain_options,
     "  bma explain HR-5\n"
     "  bma explain HR-5 draft.txt\n",
     cli_explain},
    {"diff", "OLD NEW", "what a new version gained, lost, weakened or strengthened", cli_diff_options,
     "  bma diff draft-1.txt draft-2.txt\n"
     "  bma diff --fail-on regression --format markdown --output changes.md draft-1.txt draft-2.txt\n",
     cli_diff},
    {"corpus", "DIR|LIST|FILE…", "weigh any number of agreements into a results database", cli_corpus_options,
     "  bma corpus treaties/ --db results.sqlite\n"
     "  bma corpus --shard 3/8 --db part-3.sqlite treaties.list\n"
     "  find . -name '*.txt' | bma corpus --db results.sqlite -\n",
     cli_corpus},
    {"compare", "[AGREEMENT…]", "agreements beside each other: levels, ranking, clauses, precedents",
     cli_compare_options,
     "  bma compare draft.txt treaty.txt\n"
     "  bma compare --criterion HR-5 treaties/\n"
     "  bma compare --db results.sqlite --format html --sort cluster --output map.html\n"
     "  bma compare --db results.sqlite --by decade\n"
     "  bma compare --db results.sqlite --precedents draft.txt\n",
     cli_compare},
    {"merge", "OUT.sqlite PART.sqlite…", "put the databases of shards together as one", cli_plain_options,
     "  bma merge results.sqlite part-*.sqlite\n", cli_merge},
    {"import", "", "score agreements that people coded topic by topic, and report on the set",
     cli_import_options,
     "  bma import --coded coding.csv --map map.csv\n"
     "  bma import --coded coding.csv --map map.csv --db results.sqlite --format csv\n"
     "  bma import --coded coding.csv --map map.csv --cases cases/\n",
     cli_import},
    {"agreement", "DRAFT|DIR…", "how far the program agrees with coders, or coders with each other",
     cli_agreement_options,
     "  bma agreement drafts/\n"
     "  bma agreement --labels labels/ --disagreements drafts/\n"
     "  bma agreement --labels labels/ --second labels-second/ --format csv\n"
     "  bma agreement --coded coding.csv --map map.csv treaties/\n"
     "  bma agreement --db results.sqlite --coded coding.csv --map map.csv\n",
     cli_agreement},
    {"learn", "DIR…", "learn from labelled clauses and drafts what clauses that count have in common",
     cli_learn_options,
     "  bma learn --output likeness.csv fixtures/rules fixtures/labelled/developed\n"
     "  bma learn --standing --output standing.csv fixtures/rules fixtures/labelled/developed\n",
     cli_learn},
    {"rules", "", "list the criteria of the pack, or what answers each recommendation", cli_rules_options,
     "  bma rules\n"
     "  bma rules --coverage\n",
     cli_rules},
    {"config", "[FILE]", "print what bma check would take for each option, and from where", cli_check_options,
     "  bma config\n"
     "  bma config --profile strict draft.txt\n",
     cli_show_config},
    {"completion", "SHELL", "print completions for bash, zsh or fish", cli_plain_options,
     "  source <(bma completion bash)\n", cli_completion},
    {"version", "", "print the version", cli_plain_options, "  bma version\n", cli_version},
    {"help", "[COMMAND]", "explain a command", cli_help_options, "  bma help check\n", cli_help},
    {NULL, NULL, NULL, NULL, NULL, NULL},
};

const struct cli_command *cli_command_find(const char *name)
{
    for (const struct cli_command *command = cli_commands; command->name != NULL; command++)
        if (strcmp(command->name, name) == 0)
            return command;
    return NULL;
}

/* Where .bma.yaml is looked for from: the last argument, where it names a file or folder. */
static int run_configured(const struct cli_command *command, struct cli_values *values, char **arguments,
                          int count)
{
    struct cli_config config;
    int result = CLI_EXIT_OK;

    if (command->options == cli_plain_options || command->options == cli_help_options)
        return command->run(values, arguments, count);
    result = cli_config_read(count > 0 ? arguments[count - 1] : NULL, &config);
    if (result == CLI_EXIT_OK)
        result = cli_config_apply(&config, command, values);
    if (result == CLI_EXIT_OK && (!cli_outputs_spare(values, config.path, arguments, count) ||
                                  !cli_reads_standard_input_once(values, arguments, count)))
        result = CLI_EXIT_ERROR;
    if (result == CLI_EXIT_OK)
        result = command->run(values, arguments, count);
    cli_config_close(&config);
    return result;
}

/* An empty one is most likely a variable of a script that is not set. */
static bool any_empty(const struct cli_command *command, char **arguments, int count)
{
    for (int i = 0; i < count; i++)
        if (*arguments[i] == '\0') {
            cli_say("%s: argument %d is empty; expected %s", command->name, i + 1,
                    *command->arguments != '\0' ? command->arguments : "none");
            return true;
        }
    return false;
}

static int run(const struct cli_command *command, int count, char **arguments)
{
    struct cli_values values;
    int first;

    if (!cli_options_read(command, count, arguments, &values, &first))
        return CLI_EXIT_ERROR;
    if (values.help) {
        cli_help_command(command);
        return CLI_EXIT_OK;
    }
    if (any_empty(command, arguments + first, count - first))
        return CLI_EXIT_ERROR;
    return run_configured(command, &values, arguments + first, count - first);
}

/* Words that people try before they have read anything. */
static const char *alias(const char *word)
{
    if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0)
        return "help";
    if (strcmp(word, "--version") == 0 || strcmp(word, "-V") == 0)
        return "version";
    return word;
}

int main(int count, char **arguments)
{
    const struct cli_command *command;
    int result;

    signal(SIGPIPE, SIG_IGN); /* a closed pipe is a write that fails: files asked for are still finished */
    signal(SIGXFSZ, SIG_IGN); /* so is a file that grows over a limit: what is temporary is taken away */
    if (count < 2) {
        cli_say("a command is missing; 'bma help' lists them");
        return CLI_EXIT_ERROR;
    }
    command = cli_command_find(alias(arguments[1]));
    if (command == NULL) {
        cli_say("there is no command '%s'; 'bma help' lists them", arguments[1]);
        return CLI_EXIT_ERROR;
    }
    result = run(command, count - 1, arguments + 1);
    if (fflush(stdout) != 0 || ferror(stdout)) {
        cli_say_unwritten();
        return CLI_EXIT_ERROR;
    }
    return result;
}

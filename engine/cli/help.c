/* Help and version, from the same tables that the program works with. */
#include "cli/cli.h"

#include "corpus/engine.h"

#include <stdio.h>

static void help_option(const struct cli_option *option)
{
    char name[48];

    snprintf(name, sizeof name, "--%s%s%s", option->name, option->value != NULL ? " " : "",
             option->value != NULL ? option->value : "");
    if (option->letter != 0)
        printf("  -%c, %-18s %s\n", option->letter, name, option->about);
    else
        printf("      %-18s %s\n", name, option->about);
}

void cli_help_command(const struct cli_command *command)
{
    printf("bma %s [OPTION…]%s%s\n    %s\n\nOptions:\n", command->name,
           *command->arguments != '\0' ? " " : "", command->arguments, command->about);
    for (const struct cli_option *option = command->options; option->name != NULL; option++)
        help_option(option);
    printf("\nExamples:\n%s", command->examples);
}

static void help_all(void)
{
    puts("bma – how a draft bilateral migration agreement answers the recommendations of the 2011 report\n");
    for (const struct cli_command *command = cli_commands; command->name != NULL; command++)
        printf("  bma %-10s %-16s %s\n", command->name, command->arguments, command->about);
    puts("\n'bma help COMMAND' explains one of them.\n\n"
         "A file is a draft (Word, PDF, web page, Markdown, plain text) or a case file (YAML) that names "
         "one.\n"
         "The rule pack is --pack DIR, else $BMA_PACK, else the installed one, else that of the source "
         "tree.\n"
         "What is compiled of a pack is kept in $BMA_CACHE, else in bma of the user's cache folder; "
         "BMA_CACHE=off "
         "keeps none.\n\n"
         "Ends with 0 when done, 1 when something is below the threshold asked for, 2 when usage or\n"
         "input is wrong, 3 when a rule failed.");
}

int cli_help(const struct cli_values *values, char **arguments, int count)
{
    const struct cli_command *command;

    if (count == 0) {
        if (values->man)
            cli_manual_program();
        else
            help_all();
        return CLI_EXIT_OK;
    }
    command = cli_command_find(arguments[0]);
    if (command == NULL || count > 1) {
        cli_say("help takes the name of one command; 'bma help' lists them");
        return CLI_EXIT_ERROR;
    }
    if (values->man)
        cli_manual_command(command);
    else
        cli_help_command(command);
    return CLI_EXIT_OK;
}

int cli_version(const struct cli_values *values, char **arguments, int count)
{
    (void)values;
    if (count > 0) {
        cli_say("version takes no argument such as '%s'", arguments[0]);
        return CLI_EXIT_ERROR;
    }
    printf("bma %s (engine %s)\n", BMA_VERSION, bma_engine_sha256);
    return CLI_EXIT_OK;
}

/* Manual pages and completions, from the same tables that the program works with. */
#include "cli/cli.h"

#include <stdio.h>
#include <string.h>

/* Text of a manual page: a full stop or a quote may not begin a line, a hyphen stays one. */
static void roff(const char *text)
{
    bool start = true;

    for (; *text != '\0'; text++) {
        if (start && (*text == '.' || *text == '\''))
            fputs("\\&", stdout);
        if (*text == '\\')
            fputs("\\e", stdout);
        else if (*text == '-')
            fputs("\\-", stdout);
        else
            putchar(*text);
        start = *text == '\n';
    }
}

static void manual_option(const struct cli_option *option)
{
    fputs(".TP\n\\fB", stdout);
    if (option->letter != 0)
        printf("\\-%c\\fR, \\fB", option->letter);
    fputs("\\-\\-", stdout);
    roff(option->name);
    fputs("\\fR", stdout);
    if (option->value != NULL)
        printf(" \\fI%s\\fR", option->value);
    putchar('\n');
    roff(option->about);
    putchar('\n');
}

void cli_manual_command(const struct cli_command *command)
{
    printf(".TH BMA\\-%s 1 \"\" \"bma %s\"\n.SH NAME\nbma\\-%s \\- ", command->name, BMA_VERSION,
           command->name);
    roff(command->about);
    printf("\n.SH SYNOPSIS\n\\fBbma %s\\fR [\\fIOPTION\\fR...] ", command->name);
    roff(command->arguments);
    fputs("\n.SH OPTIONS\n", stdout);
    for (const struct cli_option *option = command->options; option->name != NULL; option++)
        manual_option(option);
    fputs(".SH EXAMPLES\n.nf\n", stdout);
    roff(command->examples);
    fputs(".fi\n.SH EXIT STATUS\n0 done, 1 below the threshold asked for, 2 wrong usage or input, "
          "3 a rule failed.\n.SH SEE ALSO\n\\fBbma\\fR(1)\n",
          stdout);
}

void cli_manual_program(void)
{
    printf(".TH BMA 1 \"\" \"bma %s\"\n.SH NAME\nbma \\- compliance scorecard for bilateral migration "
           "agreements\n.SH SYNOPSIS\n\\fBbma\\fR \\fICOMMAND\\fR [\\fIOPTION\\fR...] "
           "[\\fIFILE\\fR...]\n.SH COMMANDS\n",
           BMA_VERSION);
    for (const struct cli_command *command = cli_commands; command->name != NULL; command++) {
        printf(".TP\n\\fB%s\\fR\n", command->name);
        roff(command->about);
        putchar('\n');
    }
    puts(".SH ENVIRONMENT\n.TP\n\\fBBMA_PACK\\fR\nThe folder of the rule pack, where \\-\\-pack names none.\n"
         ".TP\n\\fBBMA_CACHE\\fR\nThe folder, named in full, for compiled packs, or \\fIoff\\fR; without it, "
         "bma in "
         "\\fBXDG_CACHE_HOME\\fR or in ~/.cache.\n.TP\n\\fBNO_COLOR\\fR\nNo colour in the terminal.");
}

static void bash_words(const struct cli_command *command)
{
    printf("        %s) words=\"", command->name);
    for (const struct cli_option *option = command->options; option->name != NULL; option++)
        printf("%s--%s", option == command->options ? "" : " ", option->name);
    puts("\" ;;");
}

static void command_words(void)
{
    for (const struct cli_command *command = cli_commands; command->name != NULL; command++)
        printf("%s%s", command == cli_commands ? "" : " ", command->name);
}

static void bash(void)
{
    puts("# bash completion of bma: source <(bma completion bash)\n_bma()\n{\n"
         "    local word=${COMP_WORDS[COMP_CWORD]} words=\n"
         "    if [ \"$COMP_CWORD\" -eq 1 ]; then");
    fputs("        words=\"", stdout);
    command_words();
    puts("\"\n    elif [[ $word == -* ]]; then\n        case ${COMP_WORDS[1]} in");
    for (const struct cli_command *command = cli_commands; command->name != NULL; command++)
        bash_words(command);
    puts("        esac\n    else\n        COMPREPLY=($(compgen -f -- \"$word\"))\n        return\n    fi\n"
         "    COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n}\ncomplete -o filenames -F _bma bma");
}

/* Single quotes end a word of the shells; they are left out of what completions say. */
static void quoted(const char *text, const char * not )
{
    for (; *text != '\0'; text++)
        if (strchr(not, *text) == NULL)
            putchar(*text);
}

static void zsh(void)
{
    puts("#compdef bma\n# zsh completion of bma: a file _bma in a folder of $fpath\n"
         "if (( CURRENT == 2 )); then\n    local -a commands=(");
    for (const struct cli_command *command = cli_commands; command->name != NULL; command++) {
        printf("        '%s:", command->name);
        quoted(command->about, "':");
        puts("'");
    }
    puts("    )\n    _describe command commands\n    return\nfi\ncase ${words[2]} in");
    for (const struct cli_command *command = cli_commands; command->name != NULL; command++) {
        printf("    %s) _arguments", command->name);
        for (const struct cli_option *option = command->options; option->name != NULL; option++) {
            printf(" '--%s[", option->name);
            quoted(option->about, "'[]:");
            printf("]%s%s%s'", option->value != NULL ? ":" : "", option->value != NULL ? option->value : "",
                   option->value != NULL ? ":_files" : "");
        }
        puts(" '*:file:_files' ;;");
    }
    puts("esac");
}

static void fish(void)
{
    puts("# fish completion of bma: bma completion fish | source");
    for (const struct cli_command *command = cli_commands; command->name != NULL; command++) {
        printf("complete -c bma -n __fish_use_subcommand -f -a %s -d '", command->name);
        quoted(command->about, "'\\");
        puts("'");
        for (const struct cli_option *option = command->options; option->name != NULL; option++) {
            printf("complete -c bma -n '__fish_seen_subcommand_from %s' -l %s%s -d '", command->name,
                   option->name, option->value != NULL ? " -r" : "");
            quoted(option->about, "'\\");
            puts("'");
        }
    }
}

int cli_completion(const struct cli_values *values, char **arguments, int count)
{
    (void)values;
    if (count == 1 && strcmp(arguments[0], "bash") == 0)
        bash();
    else if (count == 1 && strcmp(arguments[0], "zsh") == 0)
        zsh();
    else if (count == 1 && strcmp(arguments[0], "fish") == 0)
        fish();
    else {
        cli_say("completion takes one of bash, zsh, fish");
        return CLI_EXIT_ERROR;
    }
    return CLI_EXIT_OK;
}

/* What leaves the program: messages, reports, and what the terminal can show. */
#include "cli/cli.h"

#include "base/quote.h"
#include "base/replace.h"
#include "base/utf8.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

enum { USUAL_WIDTH = 80, LEAST_WIDTH = 60, MOST_WIDTH = 100 };

/* Messages may quote a draft or a file name: no byte of theirs may steer the terminal. */
void cli_say(const char *format, ...)
{
    char message[2048], line[sizeof message];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    bma_utf8_trim(message);
    bma_utf8_line(line, sizeof line, message);
    fprintf(stderr, "bma: %s\n", line);
}

int cli_fail(const struct bma_error *error)
{
    char message[BMA_ERROR_MESSAGE_SIZE + BMA_ERROR_FILE_SIZE + 32];

    bma_error_format(error, message, sizeof message);
    fprintf(stderr, "%s\n", message); /* bma_error_set() has let nothing into it that steers */
    return error->status == BMA_ERROR_RULE ? CLI_EXIT_RULE : CLI_EXIT_ERROR;
}

int cli_rules_failed(uint32_t count)
{
    cli_say("rules failed %u times; bma check of a draft says which, and where", (unsigned)count);
    return CLI_EXIT_RULE;
}

void cli_say_unwritten(void)
{
    if (errno != EPIPE)
        cli_say("standard output cannot be written: %s", strerror(errno));
}

bool cli_is_standard_output(const char *output)
{
    struct stat named, standard;

    if (output == NULL || strcmp(output, "-") == 0)
        return true;
    return stat(output, &named) == 0 && fstat(STDOUT_FILENO, &standard) == 0 &&
           (S_ISREG(named.st_mode) || S_ISFIFO(named.st_mode)) && named.st_dev == standard.st_dev &&
           named.st_ino == standard.st_ino;
}

bool cli_write(const char *output, const char *bytes, size_t length)
{
    struct bma_error error;

    if (cli_is_standard_output(output)) {
        if (fwrite(bytes, 1, length, stdout) == length && fflush(stdout) == 0)
            return true;
        cli_say_unwritten();
        clearerr(stdout); /* said once is enough */
        return false;
    }
    if (bma_file_write(output, bytes, length, &error) == BMA_OK)
        return true;
    cli_fail(&error);
    return false;
}

bool cli_write_lines(const char *output, const struct bma_buffer *lines)
{
    struct bma_buffer safe;
    bool done = false;

    bma_buffer_init(&safe);
    bma_quote_lines(&safe, lines->bytes, lines->length);
    if (lines->failed || safe.failed)
        cli_say("memory ran out while the output was written");
    else
        done = cli_write(output, safe.length > 0 ? safe.bytes : "", safe.length);
    bma_buffer_release(&safe);
    return done;
}

bool cli_wants_color(const struct cli_values *values)
{
    const char *no_color = getenv("NO_COLOR");

    if (values->color != CLI_COLOR_AUTO)
        return values->color == CLI_COLOR_ALWAYS;
    return cli_is_standard_output(values->output) && isatty(STDOUT_FILENO) &&
           (no_color == NULL || *no_color == '\0');
}

static unsigned terminal_width(void)
{
    const char *columns = getenv("COLUMNS");
    struct winsize size;

    if (!isatty(STDOUT_FILENO)) /* a report in a file or a pipe is the same whoever asked for it */
        return USUAL_WIDTH;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return size.ws_col;
    if (columns != NULL && atoi(columns) > 0)
        return (unsigned)atoi(columns);
    return USUAL_WIDTH;
}

unsigned cli_width(const struct cli_values *values)
{
    unsigned width = values->width > 0 ? (unsigned)values->width : 0;

    if (width == 0)
        width = cli_is_standard_output(values->output) ? terminal_width() : USUAL_WIDTH;
    return width < LEAST_WIDTH ? LEAST_WIDTH : width > MOST_WIDTH ? MOST_WIDTH : width;
}

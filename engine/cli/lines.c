#include "cli/lines.h"

#include "base/file.h"
#include "base/memory.h"
#include "base/quote.h"
#include "corpus/corpus.h"

#include <errno.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_LINE = 2 * BMA_DOCUMENT_MAX_BYTES }; /* a text may double in size when JSON escapes it */

/* What a text may be said to be, and a name of such a file. */
static const struct {
    const char *format, *like;
} kinds[] = {{"text", "draft.txt"}, {"markdown", "draft.md"}, {"html", "draft.html"}};

struct lines {
    struct bma_session *session;
    const struct cli_review *review;
    const char *file;
    uint32_t number;
    struct bma_buffer line, out;
    struct bma_check check;
    char name[32]; /* what a text without an id is called: "line 7" */
};

/* ---- reading ---- */

enum reading { LINE, TOO_LONG, END };

static enum reading read_line(FILE *input, struct bma_buffer *line)
{
    int byte = 0;
    size_t length = 0;

    bma_buffer_clear(line);
    while ((byte = getc_unlocked(input)) != EOF && byte != '\n') {
        if (length++ < MOST_LINE)
            bma_buffer_addc(line, (char)byte);
    }
    if (byte == EOF && length == 0)
        return END;
    return length > MOST_LINE ? TOO_LONG : LINE;
}

static const char *member(const json_t *object, const char *key)
{
    return json_string_value(json_object_get(object, key));
}

static enum bma_status wrong(const struct lines *lines, struct bma_error *error, const char *what)
{
    return bma_error_set(error, BMA_ERROR_INPUT, lines->file, lines->number, 1, "%s", what);
}

static bool is_known_key(const char *key)
{
    static const char *const keys[] = {"id", "path", "text", "format"};

    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (strcmp(key, keys[i]) == 0)
            return true;
    return false;
}

/* The name of a file of the format that the request says its text has; NULL where there is no such. */
static const char *likeness(const json_t *request)
{
    const char *format = member(request, "format");

    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (format == NULL || strcmp(format, kinds[i].format) == 0)
            return kinds[i].like;
    return NULL;
}

/* Only what is asked for may stand there: a key misspelt is no text left unread. */
static enum bma_status check_request(const struct lines *lines, json_t *request, struct bma_error *error)
{
    const char *key;
    json_t *value;

    json_object_foreach(request, key, value)
    {
        if (!is_known_key(key))
            return wrong(lines, error,
                         "expected the keys \"path\" or \"text\", \"id\" and \"format\", found another");
        if (!json_is_string(value))
            return wrong(lines, error, "expected strings as values");
        if (strcmp(key, "text") != 0 && strlen(json_string_value(value)) != json_string_length(value))
            return wrong(lines, error, "expected names and formats without a NUL character");
    }
    if ((member(request, "path") != NULL) == (member(request, "text") != NULL))
        return wrong(lines, error, "expected either \"path\" or \"text\"");
    if (member(request, "path") != NULL && member(request, "format") != NULL)
        return wrong(lines, error,
                     "expected \"format\" beside \"text\" alone; a file says itself what it is");
    if (likeness(request) == NULL)
        return wrong(lines, error, "expected the \"format\" text, markdown or html");
    return BMA_OK;
}

static enum bma_status weigh(struct lines *lines, json_t *request, const char *name, struct bma_error *error)
{
    const json_t *text = json_object_get(request, "text");

    if (text != NULL)
        return bma_session_check_text(lines->session, name, likeness(request), json_string_value(text),
                                      json_string_length(text), &lines->check, error);
    return bma_session_check(lines->session, bma_path_of_file(member(request, "path")), &lines->check, error);
}

/* ---- one line ---- */

/* What the request was called, as the last member of its answer, so that nobody need count lines. */
static void add_id(struct bma_buffer *out, const char *id)
{
    if (id == NULL || out->failed)
        return;
    out->length -= strlen("}\n");
    bma_buffer_adds(out, ",\"id\": ");
    bma_quote_json(out, id, strlen(id));
    bma_buffer_adds(out, "}\n");
}

static enum bma_status answer(struct lines *lines, json_t *request, struct bma_error *error)
{
    enum bma_status status = check_request(lines, request, error);
    const char *name = member(request, "id");

    if (name == NULL)
        name = member(request, "path");
    if (name == NULL)
        name = lines->name;
    if (status == BMA_OK)
        status = weigh(lines, request, name, error);
    if (status == BMA_OK) {
        cli_review_say_uncovered(lines->review, lines->check.agreement->path);
        bma_jsonl_card(&lines->check.card, &lines->out);
    } else {
        bma_jsonl_failure(name, error, &lines->out);
    }
    add_id(&lines->out, member(request, "id"));
    return status;
}

static enum bma_status take(struct lines *lines, enum reading reading, struct bma_error *error)
{
    json_t *request = NULL;
    json_error_t fault;
    enum bma_status status;

    snprintf(lines->name, sizeof lines->name, "line %u", (unsigned)lines->number);
    if (reading == TOO_LONG)
        status = bma_error_set(error, BMA_ERROR_LIMIT, lines->file, lines->number, 0,
                               "the line is longer than %d MiB", MOST_LINE / (1024 * 1024));
    else if ((request = json_loadb(lines->line.bytes != NULL ? lines->line.bytes : "", lines->line.length,
                                   JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, &fault)) == NULL)
        status = bma_error_set(error, BMA_ERROR_INPUT, lines->file, lines->number,
                               fault.column > 0 ? (uint32_t)fault.column : 1,
                               "expected an object of JSON on one line: %s", fault.text);
    else if (!json_is_object(request))
        status = wrong(lines, error, "expected an object of JSON on one line");
    else {
        status = answer(lines, request, error);
        json_decref(request);
        return status;
    }
    json_decref(request);
    bma_jsonl_failure(lines->name, error, &lines->out);
    return status;
}

/* A line that failed makes the exit code 2, a rule that failed 3, a card below a threshold 1: the worst
 * stays. */
static int worse(const struct cli_values *values, const struct lines *lines, enum bma_status status,
                 int result)
{
    int now = CLI_EXIT_OK;

    if (status != BMA_OK)
        now = CLI_EXIT_ERROR;
    else if (lines->check.card.errors > 0)
        now = CLI_EXIT_RULE;
    else if (cli_is_below(values, &lines->check.card))
        now = CLI_EXIT_BELOW;
    return now > result ? now : result;
}

static int run(const struct cli_values *values, struct lines *lines, FILE *input)
{
    int result = CLI_EXIT_OK;
    enum reading reading;
    struct bma_error error;

    while ((reading = read_line(input, &lines->line)) != END) {
        enum bma_status status = BMA_OK;
        lines->number++;
        bma_buffer_clear(&lines->out);
        status = take(lines, reading, &error);
        if (status == BMA_ERROR_MEMORY || lines->line.failed || lines->out.failed) {
            bma_error_memory(&error);
            return cli_fail(&error);
        }
        if (!cli_write(NULL, lines->out.bytes, lines->out.length))
            return CLI_EXIT_ERROR;
        result = worse(values, lines, status, result);
    }
    if (ferror(input)) {
        cli_say("%s: cannot read: %s", lines->file, strerror(errno));
        return CLI_EXIT_ERROR;
    }
    if (lines->number == 0) { /* most likely whoever was to write the requests failed */
        cli_say("%s: there is nothing to weigh; expected a line of JSON for each draft", lines->file);
        return CLI_EXIT_ERROR;
    }
    return result;
}

int cli_check_lines(const struct cli_values *values, struct bma_session *session,
                    const struct cli_review *review, const char *file)
{
    bool standard = strcmp(file, "-") == 0;
    FILE *input = standard ? stdin : fopen(file, "rb");
    struct lines lines = {.session = session, .review = review, .file = standard ? "<stdin>" : file};
    int result;

    if (input == NULL) {
        cli_say("%s: cannot open the file: %s", file, strerror(errno));
        return CLI_EXIT_ERROR;
    }
    bma_buffer_init(&lines.line);
    bma_buffer_init(&lines.out);
    bma_check_init(&lines.check);
    result = run(values, &lines, input);
    bma_check_release(&lines.check);
    bma_buffer_release(&lines.line);
    bma_buffer_release(&lines.out);
    if (!standard)
        fclose(input);
    return result;
}

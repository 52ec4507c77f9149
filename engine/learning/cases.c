#include "learning/cases.h"

#include <string.h>

enum { NO_LEVEL = -2 };

void bma_cases_begin(struct bma_cases *cases, const char *file, char *bytes)
{
    *cases = (struct bma_cases){.file = file, .at = bytes};
}

bool bma_labelled_lists(const char *list, const char *criterion)
{
    size_t length = strlen(criterion);

    for (const char *at = list; at && (at = strstr(at, criterion)) != NULL; at += length) {
        if (strchr(", ", at[length])) /* the end of the list, too */
            return true;
    }
    return false;
}

static char *trim(char *text)
{
    size_t length;

    text += strspn(text, " \t");
    length = strlen(text);
    while (length > 0 && strchr(" \t\r", text[length - 1]))
        text[--length] = '\0';
    return text;
}

static bool read_level(const char *value, int *level, bool *contradicted)
{
    const char *rest = value + 1;

    if (strncmp(value, "na", 2) == 0) {
        *level = -1;
        rest = value + 2;
    } else if (*value >= '0' && *value <= '4') {
        *level = *value - '0';
    } else {
        return false;
    }
    *contradicted = strcmp(rest, " x") == 0;
    return *rest == '\0' || *contradicted;
}

static bool read_instrument(struct bma_labelled *out, const char *value)
{
    for (int i = BMA_INSTRUMENT_TREATY; i <= BMA_INSTRUMENT_PROTOCOL; i++) {
        const char *name = bma_instrument_name((enum bma_instrument)i);

        if (name && strcmp(name, value) == 0) {
            out->instrument = (enum bma_instrument)i;
            return true;
        }
    }
    return false;
}

static bool read_fact(struct bma_labelled *out, char *value)
{
    char *equals = strchr(value, '=');

    if (!equals || out->fact_count == BMA_CASE_FACTS)
        return false;
    *equals = '\0';
    out->facts[out->fact_count++] =
        (struct bma_fact){.key = trim(value), .value = trim(equals + 1), .line = 1};
    return true;
}

static bool read_option(struct bma_labelled *out, char *line)
{
    char *colon = strchr(line, ':');
    char *value;

    if (!colon)
        return *trim(line) == '\0';
    *colon = '\0';
    value = trim(colon + 1);
    line = trim(line);
    if (strcmp(line, "expect") == 0)
        return read_level(value, &out->level, &out->contradicted);
    if (strcmp(line, "known") == 0) {
        out->gap = true;
        return read_level(value, &out->known_level, &out->known_contradicted);
    }
    if (strcmp(line, "instrument") == 0)
        return read_instrument(out, value);
    if (strcmp(line, "fact") == 0)
        return read_fact(out, value);
    if (strcmp(line, "except") == 0 || strcmp(line, "found") == 0) {
        *(*line == 'e' ? &out->except : &out->found) = value;
        return true;
    }
    return strcmp(line, "why") == 0;
}

/* Cuts the next line off; NULL at the end. */
static char *next_line(struct bma_cases *cases)
{
    char *line = cases->at;
    char *end;

    if (!line || *line == '\0')
        return NULL;
    end = strchr(line, '\n');
    cases->at = end ? end + 1 : NULL;
    if (end)
        *end = '\0';
    cases->number++;
    return line;
}

static enum bma_status fault(const struct bma_cases *cases, const char *message, const char *what,
                             struct bma_error *error)
{
    return bma_error_set(error, BMA_ERROR_INPUT, cases->file, cases->number, 0, message, what);
}

/* The lines between a case's name and its text. */
static enum bma_status read_head(struct bma_cases *cases, struct bma_labelled *out, struct bma_error *error)
{
    char *line;

    while ((line = next_line(cases)) != NULL && strncmp(line, "---", 3) != 0) {
        if (!read_option(out, line))
            return fault(cases, "cannot read '%.50s'", line, error);
    }
    if (!line || out->level == NO_LEVEL || !cases->at)
        return fault(cases, "'%.50s': a case has an 'expect:' line, then '---', then a text", out->name,
                     error);
    return BMA_OK;
}

/* The text ends where the next case or the file does. */
static void read_text(struct bma_cases *cases, struct bma_labelled *out)
{
    char *next = strncmp(cases->at, "== ", 3) == 0 ? cases->at : strstr(cases->at, "\n== ");

    out->text = cases->at;
    if (next && next != cases->at)
        *next++ = '\0';
    out->length = next ? (size_t)(next - cases->at) - (next != cases->at) : strlen(cases->at);
    for (size_t i = 0; i < out->length; i++)
        cases->number += out->text[i] == '\n';
    cases->number += next && next != cases->at;
    cases->at = next;
}

enum bma_status bma_cases_next(struct bma_cases *cases, struct bma_labelled *out, bool *found,
                               struct bma_error *error)
{
    enum bma_status status;
    char *line;

    do
        line = next_line(cases);
    while (line && strncmp(line, "== ", 3) != 0);
    *found = line != NULL;
    if (!line)
        return BMA_OK;
    *out = (struct bma_labelled){.name = trim(line + 3), .line = cases->number, .level = NO_LEVEL};
    status = read_head(cases, out, error);
    if (status == BMA_OK)
        read_text(cases, out);
    return status;
}

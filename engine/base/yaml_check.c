/* Reading values out of a YAML tree; every refusal says what was expected and what stands there. */
#include "base/yaml_tree.h"

#include "base/utf8.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum { SHOWN_CHARACTERS = 40, LIST_SIZE = 400, LONGEST_WORD = 32, MOST_DIGITS = 15 };

/* The start of a text in quotes, so that one long value does not fill the message. */
struct shown {
    char text[SHOWN_CHARACTERS * 4 + 8];
};

static struct shown show(const char *text)
{
    struct shown shown;
    size_t length = strlen(text);
    size_t at = 0;

    for (int i = 0; i < SHOWN_CHARACTERS && at < length; i++) {
        uint32_t codepoint;
        at += bma_utf8_next(text + at, length - at, &codepoint);
    }
    snprintf(shown.text, sizeof shown.text, "\"%.*s%s\"", (int)at, text, at < length ? "..." : "");
    return shown;
}

static struct shown show_found(const struct bma_yaml *node)
{
    struct shown shown;

    if (node->kind == BMA_YAML_SCALAR && (node->length > 0 || !node->plain))
        return show(node->text);
    snprintf(shown.text, sizeof shown.text, "%s",
             node->kind == BMA_YAML_LIST  ? "a list"
             : node->kind == BMA_YAML_MAP ? "a map"
                                          : "nothing");
    return shown;
}

static const char *kind_name(enum bma_yaml_kind kind)
{
    return kind == BMA_YAML_LIST ? "a list" : kind == BMA_YAML_MAP ? "a map" : "a single value";
}

/* Comma-separated words; cut short with "..." where there are too many. */
static void append_word(char *list, const char *word)
{
    size_t used = strlen(list);

    if (used + strlen(word) + 8 < LIST_SIZE)
        snprintf(list + used, LIST_SIZE - used, "%s%s", used > 0 ? ", " : "", word);
    else if (used < 4 || strcmp(list + used - 3, "...") != 0)
        snprintf(list + used, LIST_SIZE - used, ", ...");
}

static size_t smallest(size_t a, size_t b, size_t c)
{
    size_t low = a < b ? a : b;

    return low < c ? low : c;
}

/* Letters to add, drop or change, with an exchange of neighbours as one (optimal string alignment). */
static size_t distance(const char *a, const char *b)
{
    size_t rows[3][LONGEST_WORD + 1];
    size_t *before = rows[0], *last = rows[1], *now = rows[2];
    size_t na = strlen(a), nb = strlen(b);

    if (na > LONGEST_WORD || nb > LONGEST_WORD)
        return SIZE_MAX;
    for (size_t j = 0; j <= nb; j++)
        last[j] = before[j] = j;
    for (size_t i = 1; i <= na; i++) {
        now[0] = i;
        for (size_t j = 1; j <= nb; j++) {
            now[j] = smallest(last[j] + 1, now[j - 1] + 1, last[j - 1] + (a[i - 1] != b[j - 1]));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] && before[j - 2] + 1 < now[j])
                now[j] = before[j - 2] + 1;
        }
        size_t *spare = before;
        before = last;
        last = now;
        now = spare;
    }
    return last[nb];
}

/* A guess is worth offering only where most letters agree. */
static bool is_close(size_t far, const char *word)
{
    return far <= (strlen(word) < 5 ? 1u : 2u);
}

static enum bma_status unknown_key(const struct bma_yaml *node, const struct bma_yaml_field *fields,
                                   const char *name, struct bma_error *error)
{
    char allowed[LIST_SIZE] = "";
    const char *guess = NULL;
    size_t nearest = SIZE_MAX;
    struct shown found = show(node->key);

    for (; fields->key; fields++) {
        size_t far = distance(node->key, fields->key);
        append_word(allowed, fields->key);
        if (far < nearest && is_close(far, fields->key)) {
            nearest = far;
            guess = fields->key;
        }
    }
    if (guess)
        return bma_error_set(error, BMA_ERROR_INPUT, name, node->key_line, node->key_column,
                             "unknown key %s, probably \"%s\"; allowed here: %s", found.text, guess, allowed);
    return bma_error_set(error, BMA_ERROR_INPUT, name, node->key_line, node->key_column,
                         "unknown key %s; allowed here: %s", found.text, allowed);
}

static enum bma_status check_entry(const struct bma_yaml *node, const struct bma_yaml_field *fields,
                                   const char *name, struct bma_error *error)
{
    const struct bma_yaml_field *field = fields;

    while (field->key && strcmp(field->key, node->key) != 0)
        field++;
    if (!field->key)
        return unknown_key(node, fields, name, error);
    if (field->kind != node->kind)
        return bma_error_set(error, BMA_ERROR_INPUT, name, node->line, node->column,
                             "expected %s under \"%s\", found %s", kind_name(field->kind), field->key,
                             show_found(node).text);
    return BMA_OK;
}

static enum bma_status missing_key(const struct bma_yaml *map, const struct bma_yaml_field *fields,
                                   const char *key, const char *name, struct bma_error *error)
{
    char allowed[LIST_SIZE] = "";

    for (; fields->key; fields++)
        append_word(allowed, fields->key);
    return bma_error_set(error, BMA_ERROR_INPUT, name, map->line, map->column,
                         "expected the key \"%s\", which is missing; allowed here: %s", key, allowed);
}

const struct bma_yaml *bma_yaml_get(const struct bma_yaml *map, const char *key)
{
    if (map->kind != BMA_YAML_MAP)
        return NULL;
    for (const struct bma_yaml *node = map->first; node; node = node->next) {
        if (strcmp(node->key, key) == 0)
            return node;
    }
    return NULL;
}

enum bma_status bma_yaml_expect(const struct bma_yaml *map, const struct bma_yaml_field *fields,
                                const char *name, struct bma_error *error)
{
    if (map->kind != BMA_YAML_MAP) {
        char allowed[LIST_SIZE] = "";
        for (const struct bma_yaml_field *field = fields; field->key; field++)
            append_word(allowed, field->key);
        return bma_error_set(error, BMA_ERROR_INPUT, name, map->line, map->column,
                             "expected a map, found %s; keys allowed here: %s", show_found(map).text,
                             allowed);
    }
    for (const struct bma_yaml *node = map->first; node; node = node->next) {
        enum bma_status status = check_entry(node, fields, name, error);
        if (status != BMA_OK)
            return status;
    }
    for (const struct bma_yaml_field *field = fields; field->key; field++) {
        if (field->required && !bma_yaml_get(map, field->key))
            return missing_key(map, fields, field->key, name, error);
    }
    return BMA_OK;
}

/* -?digits, or -?digits.digits where decimals are allowed; few enough digits to be exact. */
static bool parse_decimal(const struct bma_yaml *node, bool decimals, int64_t *mantissa, double *scale)
{
    const char *text = node->text;
    bool negative = node->kind == BMA_YAML_SCALAR && text[0] == '-';
    bool after_point = false;
    int digits = 0;

    if (node->kind != BMA_YAML_SCALAR || !node->plain)
        return false;
    *mantissa = 0;
    *scale = 1;
    for (text += negative; *text; text++) {
        if (*text == '.' && decimals && !after_point && digits > 0 && text[1] != '\0') {
            after_point = true;
            continue;
        }
        if (*text < '0' || *text > '9' || ++digits > MOST_DIGITS)
            return false;
        *mantissa = *mantissa * 10 + (*text - '0');
        if (after_point)
            *scale *= 10;
    }
    if (negative)
        *mantissa = -*mantissa;
    return digits > 0;
}

enum bma_status bma_yaml_int(const struct bma_yaml *node, long low, long high, const char *name, long *out,
                             struct bma_error *error)
{
    int64_t value;
    double scale;

    if (parse_decimal(node, false, &value, &scale) && value >= low && value <= high) {
        *out = (long)value;
        return BMA_OK;
    }
    return bma_error_set(error, BMA_ERROR_INPUT, name, node->line, node->column,
                         "expected a whole number from %ld to %ld, found %s", low, high,
                         show_found(node).text);
}

enum bma_status bma_yaml_number(const struct bma_yaml *node, double low, double high, const char *name,
                                double *out, struct bma_error *error)
{
    int64_t mantissa;
    double scale;

    /* Both are exact, so the quotient is the double nearest to what is written. */
    if (parse_decimal(node, true, &mantissa, &scale)) {
        double value = (double)mantissa / scale;
        if (value >= low && value <= high) {
            *out = value;
            return BMA_OK;
        }
    }
    return bma_error_set(error, BMA_ERROR_INPUT, name, node->line, node->column,
                         "expected a number from %g to %g, found %s", low, high, show_found(node).text);
}

enum bma_status bma_yaml_bool(const struct bma_yaml *node, const char *name, bool *out,
                              struct bma_error *error)
{
    bool is_true = node->kind == BMA_YAML_SCALAR && node->plain && strcmp(node->text, "true") == 0;
    bool is_false = node->kind == BMA_YAML_SCALAR && node->plain && strcmp(node->text, "false") == 0;

    if (!is_true && !is_false)
        return bma_error_set(error, BMA_ERROR_INPUT, name, node->line, node->column,
                             "expected true or false, found %s", show_found(node).text);
    *out = is_true;
    return BMA_OK;
}

enum bma_status bma_yaml_choice(const struct bma_yaml *node, const char *const *words, const char *name,
                                int *out, struct bma_error *error)
{
    char allowed[LIST_SIZE] = "";

    for (int i = 0; words[i]; i++) {
        if (node->kind == BMA_YAML_SCALAR && strcmp(node->text, words[i]) == 0) {
            *out = i;
            return BMA_OK;
        }
        append_word(allowed, words[i]);
    }
    return bma_error_set(error, BMA_ERROR_INPUT, name, node->line, node->column,
                         "expected one of %s, found %s", allowed, show_found(node).text);
}

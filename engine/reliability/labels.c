#include "reliability/labels.h"

#include "base/csv.h"

#include <string.h>

static const struct bma_rating unrated = {BMA_NOT_RATED, false, "", ""};

struct columns {
    uint32_t criterion, level, contradicted, articles, note;
    bool has_contradicted, has_articles, has_note;
};

static enum bma_status find_columns(const struct bma_csv *table, struct columns *out, struct bma_error *error)
{
    enum bma_status status = bma_csv_need(table, "criterion", &out->criterion, error);

    if (status == BMA_OK)
        status = bma_csv_need(table, "level", &out->level, error);
    out->has_contradicted = bma_csv_find(table, "contradicted", &out->contradicted);
    out->has_articles = bma_csv_find(table, "articles", &out->articles);
    out->has_note = bma_csv_find(table, "note", &out->note);
    return status;
}

static bool find_rule(const struct bma_pack *pack, const char *id, uint32_t *out)
{
    for (uint32_t i = 0; i < pack->rule_count; i++)
        if (strcmp(pack->rules[i].id, id) == 0) {
            *out = i;
            return true;
        }
    return false;
}

/* The field without white space at its ends, in place of a copy: compares only. */
static bool says(const struct bma_csv_field *field, const char *word)
{
    const char *start = field->text + strspn(field->text, " \t");
    size_t length = strlen(start);

    while (length > 0 && (start[length - 1] == ' ' || start[length - 1] == '\t'))
        length--;
    return strlen(word) == length && memcmp(start, word, length) == 0;
}

static enum bma_status read_level(const struct bma_csv *table, const struct bma_csv_field *field, int *out,
                                  struct bma_error *error)
{
    static const char *const words[] = {"0", "1", "2", "3", "4"};

    for (int i = 0; i < BMA_CATEGORIES; i++)
        if (says(field, words[i])) {
            *out = i;
            return BMA_OK;
        }
    *out = BMA_NOT_APPLICABLE;
    if (says(field, "na"))
        return BMA_OK;
    return bma_csv_fault(table, field, error, "a level is 0, 1, 2, 3, 4 or na, not '%.40s'", field->text);
}

static enum bma_status read_contradicted(const struct bma_csv *table, const struct bma_csv_field *field,
                                         bool *out, struct bma_error *error)
{
    *out = says(field, "1");
    if (*out || says(field, "0") || says(field, ""))
        return BMA_OK;
    return bma_csv_fault(table, field, error, "contradicted is 0 or 1, not '%.40s'", field->text);
}

static enum bma_status read_row(const struct bma_csv *table, const struct columns *columns, uint32_t row,
                                const struct bma_pack *pack, struct bma_rating *out, struct bma_error *error)
{
    const struct bma_csv_field *criterion = bma_csv_at(table, row, columns->criterion);
    struct bma_rating rating = unrated;
    enum bma_status status;
    uint32_t rule;

    if (bma_pack_is_fault(criterion->text))
        return BMA_OK;
    if (!find_rule(pack, criterion->text, &rule))
        return bma_csv_fault(table, criterion, error, "the pack has no criterion '%.40s'", criterion->text);
    if (out[rule].level != BMA_NOT_RATED)
        return bma_csv_fault(table, criterion, error, "criterion '%.40s' stands here twice", criterion->text);
    status = read_level(table, bma_csv_at(table, row, columns->level), &rating.level, error);
    if (status == BMA_OK && columns->has_contradicted)
        status = read_contradicted(table, bma_csv_at(table, row, columns->contradicted), &rating.contradicted,
                                   error);
    if (columns->has_articles)
        rating.where = bma_csv_at(table, row, columns->articles)->text;
    if (columns->has_note)
        rating.note = bma_csv_at(table, row, columns->note)->text;
    out[rule] = rating;
    return status;
}

static void clear(const struct bma_pack *pack, struct bma_rating *out)
{
    for (uint32_t i = 0; i < pack->rule_count; i++)
        out[i] = unrated;
}

enum bma_status bma_labels_read(const char *path, const struct bma_pack *pack, struct bma_arena *arena,
                                struct bma_rating *out, struct bma_error *error)
{
    struct columns columns;
    struct bma_csv table;
    enum bma_status status = bma_csv_read(path, arena, &table, error);

    clear(pack, out);
    if (status == BMA_OK)
        status = find_columns(&table, &columns, error);
    for (uint32_t row = 0; status == BMA_OK && row < table.row_count; row++)
        status = read_row(&table, &columns, row, pack, out, error);
    return status;
}

enum bma_status bma_labels_of_case(const struct bma_case *agreement, const struct bma_pack *pack,
                                   struct bma_rating *out, struct bma_error *error)
{
    clear(pack, out);
    for (size_t i = 0; i < agreement->coding_count; i++) {
        const struct bma_coding *coding = &agreement->codings[i];
        uint32_t rule;
        if (!find_rule(pack, coding->criterion, &rule))
            return bma_error_set(error, BMA_ERROR_INPUT, agreement->path, coding->line, 0,
                                 "the pack has no criterion '%.40s'", coding->criterion);
        out[rule] = (struct bma_rating){coding->level < 0 ? BMA_NOT_APPLICABLE : coding->level,
                                        coding->contradicted, coding->article, coding->note};
    }
    return BMA_OK;
}

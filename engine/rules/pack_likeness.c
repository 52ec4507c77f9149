/*
 * likeness.csv: what a pack has learned of each rule (pack.h).  A row for every term with its weights,
 * "HR-5 -120 HR-5x 45": HR-5x is the model of what works against HR-5, "not keep" the stem in a negated
 * predicate, "brain+drain" two stems side by side.  The first row, "(bias)", is what a clause has before its
 * first word.  The column "vector" and the rows behind the biases are of the network (pack_network.c).
 */
#include "rules/likeness_table.h"
#include "rules/pack_parts.h"

#include <stdlib.h>
#include <string.h>

static const char BIAS[] = "(bias)", DENIED[] = "not ", BESIDE[] = "+";
enum { AGAINST = 'x' };
enum { WEIGHT_MOST = 10000 }; /* e to the power of 100 */

/* Those of a row stand in the order of the pack, as a rule. */
uint32_t bma_likeness_model(const struct bma_pack *pack, const char *text, size_t length, uint32_t from)
{
    uint32_t against = length > 0 && text[length - 1] == AGAINST;

    length -= against;
    for (uint32_t i = 0; i < pack->rule_count; i++) {
        uint32_t rule = (bma_model_rule(from) + i) % pack->rule_count;
        const char *id = pack->rules[rule].id;

        if (strncmp(id, text, length) == 0 && id[length] == '\0')
            return bma_model_of(rule, against);
    }
    return BMA_NONE;
}

/* The term that a row is of; below BMA_TERMS_PER_STEM: no phrase has the stem; BMA_NONE: memory is out. */
static uint32_t find_term(struct bma_pack *pack, const struct bma_csv_field *name)
{
    struct bma_likeness *learned = &pack->likeness;
    size_t skipped = strncmp(name->text, DENIED, sizeof DENIED - 1) == 0 ? sizeof DENIED - 1 : 0;
    size_t first = strcspn(name->text, BESIDE);
    struct bma_pair pair;
    uint32_t number;

    if (first == name->length)
        return bma_lexicon_find_stem(pack->lexicon, name->text + skipped, name->length - skipped) *
                   BMA_TERMS_PER_STEM +
               (skipped > 0);
    pair.first = bma_lexicon_find_stem(pack->lexicon, name->text, first);
    pair.second = bma_lexicon_find_stem(pack->lexicon, name->text + first + 1, name->length - first - 1);
    if (pair.first == 0 || pair.second == 0)
        return 0;
    number = bma_pairs_add(&learned->pairs, &pack->arena, pair);
    return number != BMA_NONE ? (uint32_t)learned->stem_terms + number : BMA_NONE;
}

/* Takes "HR-5 -120" off *at; false at the end of the field. */
static bool next_weight(const struct bma_pack *pack, const struct bma_likeness_table *table,
                        const struct bma_csv_field *field, const char **at, struct bma_term_weight *out,
                        enum bma_status *status, struct bma_error *error)
{
    size_t length = strcspn(*at, " ");
    uint32_t model;
    long number;
    char *end;

    if (**at == '\0' || *status != BMA_OK)
        return false;
    model = bma_likeness_model(pack, *at, length, out->model == BMA_NO_MODEL ? 0 : out->model);
    if (model == BMA_NONE) {
        *status = bma_csv_fault(&table->csv, field, error, "there is no rule '%.*s'",
                                (int)(length < 40 ? length : 40), *at);
        return false;
    }
    number = strtol(*at + length, &end, 10);
    if (end == *at + length || (*end != ' ' && *end != '\0') || number < -WEIGHT_MOST ||
        number > WEIGHT_MOST) {
        *status = bma_csv_fault(&table->csv, field, error,
                                "expected a rule and a whole number, such as %s -120, not '%.40s'",
                                pack->rules[bma_model_rule(model)].id, *at);
        return false;
    }
    if (out->model != BMA_NO_MODEL && model <= out->model) {
        *status = bma_csv_fault(&table->csv, field, error, "rules stand once each, in the order of the pack");
        return false;
    }
    *at = *end == ' ' ? end + 1 : end;
    *out = (struct bma_term_weight){(uint16_t)model, (int16_t)number};
    return true;
}

static enum bma_status read_bias(struct bma_pack *pack, const struct bma_likeness_table *table,
                                 struct bma_error *error)
{
    const struct bma_csv_field *field = bma_csv_at(&table->csv, 0, table->weights);
    struct bma_term_weight weight = {.model = BMA_NO_MODEL};
    const char *at = field->text;
    enum bma_status status = BMA_OK;

    while (next_weight(pack, table, field, &at, &weight, &status, error))
        pack->likeness.bias[weight.model] = weight.weight;
    return status;
}

/* Adds the row's weights behind those of the term before. */
static enum bma_status read_row(struct bma_pack *pack, const struct bma_likeness_table *table, uint32_t row,
                                struct bma_error *error)
{
    const struct bma_csv_field *field = bma_csv_at(&table->csv, row, table->weights);
    struct bma_term_weight weight = {.model = BMA_NO_MODEL};
    struct bma_likeness *learned = &pack->likeness;
    const char *at = field->text;
    enum bma_status status = BMA_OK;

    while (next_weight(pack, table, field, &at, &weight, &status, error))
        learned->weights[learned->weight_count++] = weight;
    return status;
}

/* A weight has a blank within, "HR-5 1", and one before the next. */
static size_t most_weights(const struct bma_likeness_table *table)
{
    size_t most = 0;

    for (uint32_t row = table->first_term; row < table->csv.row_count; row++) {
        size_t blanks = 0;

        for (const char *at = bma_csv_at(&table->csv, row, table->weights)->text; *at != '\0'; at++)
            blanks += *at == ' ';
        most += (blanks + 1) / 2;
    }
    return most;
}

static bool make_room(struct bma_pack *pack, const struct bma_likeness_table *table)
{
    struct bma_likeness *learned = &pack->likeness;
    uint32_t models = bma_models_of(pack);

    learned->term_count = learned->stem_terms + learned->pairs.count;
    learned->first = bma_arena_calloc(&pack->arena, learned->term_count + 1, sizeof *learned->first);
    learned->weights = bma_arena_calloc(&pack->arena, most_weights(table) + 1, sizeof *learned->weights);
    learned->bias = bma_arena_calloc(&pack->arena, (size_t)models + 1, sizeof *learned->bias);
    for (uint32_t i = 0; learned->bias && i < models; i++)
        learned->bias[i] = BMA_NEVER_ALIKE;
    return learned->first && learned->weights && learned->bias;
}

/* Room for the pairs of all rows at once: an arena gives nothing back. */
static bool reserve_pairs(struct bma_pack *pack, const struct bma_likeness_table *table)
{
    size_t count = 0;

    for (uint32_t row = table->first_term; row < table->csv.row_count; row++)
        count += strstr(bma_csv_at(&table->csv, row, table->term)->text, BESIDE) != NULL;
    return bma_pairs_reserve(&pack->likeness.pairs, &pack->arena, count);
}

/* The weights are kept in the order of the terms, whatever that of the rows is. */
static enum bma_status order_rows(struct bma_pack *pack, struct bma_likeness_table *table,
                                  struct bma_error *error)
{
    for (uint32_t row = table->first_term; row < table->csv.row_count; row++) {
        const struct bma_csv_field *name = bma_csv_at(&table->csv, row, table->term);
        uint32_t term = find_term(pack, name);

        if (term == BMA_NONE)
            return bma_error_memory(error);
        if (term >= BMA_TERMS_PER_STEM && table->row_of[term] != 0)
            return bma_csv_fault(&table->csv, name, error, "'%.40s' stands here twice", name->text);
        table->row_of[term] = row;
    }
    return BMA_OK;
}

static enum bma_status read_table(struct bma_pack *pack, struct bma_likeness_table *table,
                                  struct bma_error *error)
{
    struct bma_likeness *learned = &pack->likeness;
    enum bma_status status = bma_csv_need(&table->csv, "term", &table->term, error);

    if (status == BMA_OK)
        status = bma_csv_need(&table->csv, "weights", &table->weights, error);
    if (status == BMA_OK && !bma_csv_find(&table->csv, "vector", &table->vector))
        table->vector = BMA_NONE;
    if (status == BMA_OK &&
        (table->csv.row_count == 0 || strcmp(bma_csv_at(&table->csv, 0, table->term)->text, BIAS) != 0))
        status =
            bma_csv_fault(&table->csv, &table->csv.columns[0], error, "the first row is called %s", BIAS);
    table->first_term = 1;
    if (status == BMA_OK && table->vector != BMA_NONE)
        status = bma_network_parse_head(pack, table, error);
    if (status == BMA_OK && !reserve_pairs(pack, table))
        status = bma_error_memory(error);
    if (status == BMA_OK)
        status = order_rows(pack, table, error);
    if (status == BMA_OK && !make_room(pack, table))
        status = bma_error_memory(error);
    if (status == BMA_OK)
        status = read_bias(pack, table, error);
    for (uint32_t term = BMA_TERMS_PER_STEM; status == BMA_OK && term < learned->term_count; term++) {
        if (table->row_of[term] != 0)
            status = read_row(pack, table, table->row_of[term], error);
        learned->first[term + 1] = (uint32_t)learned->weight_count;
    }
    if (status == BMA_OK && learned->network.hidden > 0)
        status = bma_network_parse_vectors(pack, table, error);
    return status;
}

enum bma_status bma_pack_parse_likeness(struct bma_pack *pack, char *bytes, size_t length,
                                        struct bma_error *error)
{
    struct bma_likeness *learned = &pack->likeness;
    struct bma_likeness_table table = {.row_of = NULL};
    struct bma_arena arena;
    const char *path = bma_arena_printf(&pack->arena, "%s/likeness.csv", pack->folder);
    enum bma_status status;

    if (!bytes)
        return BMA_OK;
    if (!path)
        return bma_error_memory(error);
    bma_arena_init(&arena);
    status = bma_csv_parse_in_place(bytes, length, path, &arena, &table.csv, error);
    if (status == BMA_OK) {
        learned->stem_terms = bma_stem_terms(pack->lexicon);
        table.row_of =
            bma_arena_calloc(&arena, learned->stem_terms + table.csv.row_count, sizeof *table.row_of);
        status = table.row_of ? read_table(pack, &table, error) : bma_error_memory(error);
    }
    bma_arena_release(&arena);
    return status;
}

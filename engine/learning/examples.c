#include "learning/examples.h"

#include "base/file.h"
#include "base/folder.h"
#include "base/memory.h"
#include "learning/cases.h"
#include "reliability/noted.h"
#include "rules/likeness.h"

#include <string.h>

double bma_example_importance(enum bma_example_mark mark)
{
    /* chosen on drafts that were not learned from (docs/likeness.md) */
    static const double weights[] = {[BMA_EXAMPLE_UNKNOWN] = 0,
                                     [BMA_EXAMPLE_DOES_NOT] = 1,
                                     [BMA_EXAMPLE_APART] = 0.15,
                                     [BMA_EXAMPLE_NOTED] = 0,
                                     [BMA_EXAMPLE_COUNTS] = 3};

    return weights[mark];
}

enum bma_status bma_examples_init(struct bma_examples *examples, struct bma_session *session,
                                  struct bma_error *error)
{
    *examples = (struct bma_examples){.session = session,
                                      .models = bma_models_of(session->pack),
                                      .stem_terms = bma_stem_terms(session->pack->lexicon)};
    bma_check_init(&examples->check);
    bma_arena_init(&examples->arena);
    if (bma_grow(&examples->first, &examples->capacity, 1, sizeof *examples->first) != 0 ||
        bma_grow(&examples->told_first, &examples->told_first_capacity, 1, sizeof *examples->told_first) != 0)
        return bma_error_memory(error);
    examples->first[0] = examples->told_first[0] = 0;
    return BMA_OK;
}

void bma_examples_release(struct bma_examples *examples)
{
    bma_check_release(&examples->check);
    bma_arena_release(&examples->arena);
    bma_free(examples->terms);
    bma_free(examples->first);
    bma_free(examples->told);
    bma_free(examples->told_first);
    bma_free(examples->marks);
    bma_free(examples->wholes);
    bma_free(examples->seen);
    memset(examples, 0, sizeof *examples);
}

size_t bma_examples_term_count(const struct bma_examples *examples)
{
    return examples->stem_terms + examples->pairs.count;
}

/* ---- one example ---- */

static unsigned char *marks_of(struct bma_examples *examples, size_t example)
{
    return examples->marks + example * examples->models;
}

/* Room for the term among those that were seen. */
static bool can_see(struct bma_examples *examples, uint32_t term)
{
    size_t before = examples->seen_capacity;

    if (bma_grow(&examples->seen, &examples->seen_capacity, (size_t)term + 1, sizeof *examples->seen) != 0)
        return false;
    memset(examples->seen + before, 0, (examples->seen_capacity - before) * sizeof *examples->seen);
    return true;
}

/* Adds a term to the example that is made, unless it has it. */
static enum bma_status add_term(struct bma_examples *examples, uint32_t term, struct bma_error *error)
{
    if (!can_see(examples, term))
        return bma_error_memory(error);
    if (examples->seen[term] == examples->count + 1)
        return BMA_OK;
    examples->seen[term] = (uint32_t)examples->count + 1;
    if (bma_grow(&examples->terms, &examples->term_capacity, examples->term_total + 1,
                 sizeof *examples->terms) != 0)
        return bma_error_memory(error);
    examples->terms[examples->term_total++] = term;
    return BMA_OK;
}

static enum bma_status tell(struct bma_examples *examples, uint32_t term, struct bma_error *error)
{
    if (bma_grow(&examples->told, &examples->told_capacity, examples->told_total + 1,
                 sizeof *examples->told) != 0)
        return bma_error_memory(error);
    examples->told[examples->told_total++] = term;
    return BMA_OK;
}

static enum bma_status add_token(struct bma_examples *examples, uint32_t clause, uint32_t token,
                                 struct bma_error *error)
{
    uint32_t terms[BMA_TELLING_TERMS_MAX], pair = BMA_NONE;
    struct bma_telling telling;
    enum bma_status status = BMA_OK;
    size_t count;

    if (!bma_tells(&examples->check.text, clause, token, &telling))
        return BMA_OK;
    if (telling.pair.first != 0) {
        pair = bma_pairs_add(&examples->pairs, &examples->arena, telling.pair);
        if (pair == BMA_NONE)
            return bma_error_memory(error);
    }
    count = bma_telling_terms(&telling, examples->stem_terms, pair, terms);
    for (size_t i = 0; status == BMA_OK && i < count; i++)
        status = add_term(examples, terms[i], error);
    if (status == BMA_OK && examples->check.text.document->clauses[clause].zone != BMA_ZONE_HEADING)
        status = tell(examples, terms[0], error);
    return status;
}

/* Adds the terms that tell what a clause is about. */
static enum bma_status add_clause(struct bma_examples *examples, uint32_t clause, struct bma_error *error)
{
    const struct bma_annotated *text = &examples->check.text;
    uint32_t sources[BMA_SOURCES_MAX];
    size_t count = bma_telling_clauses(text->document, clause, sources);
    enum bma_status status = BMA_OK;

    for (size_t i = 0; i < count; i++) {
        const struct bma_clause_features *features = &text->clauses[sources[i]];

        if (i > 0)
            status = tell(examples, BMA_TOLD_BREAK, error);
        for (uint32_t t = features->first_token; status == BMA_OK && t < features->end_token; t++)
            status = add_token(examples, sources[i], t, error);
    }
    return status;
}

/* Ends the example that is made, with all marks unknown, if it has a term at all. */
static enum bma_status end_example(struct bma_examples *examples, uint32_t whole, bool *made,
                                   struct bma_error *error)
{
    *made = examples->term_total > examples->first[examples->count];
    if (!*made) {
        examples->told_total = examples->told_first[examples->count];
        return BMA_OK;
    }
    if (bma_grow(&examples->told_first, &examples->told_first_capacity, examples->count + 2,
                 sizeof *examples->told_first) != 0 ||
        bma_grow(&examples->first, &examples->capacity, examples->count + 2, sizeof *examples->first) != 0 ||
        bma_grow(&examples->wholes, &examples->whole_capacity, examples->count + 1,
                 sizeof *examples->wholes) != 0 ||
        bma_grow(&examples->marks, &examples->mark_capacity, (examples->count + 1) * examples->models, 1) !=
            0)
        return bma_error_memory(error);
    memset(marks_of(examples, examples->count), BMA_EXAMPLE_UNKNOWN, examples->models);
    examples->wholes[examples->count] = whole;
    examples->first[++examples->count] = (uint32_t)examples->term_total;
    examples->told_first[examples->count] = (uint32_t)examples->told_total;
    return BMA_OK;
}

/* ---- cases ---- */

static void mark_none(const struct bma_examples *examples, const struct bma_labelled *labelled,
                      unsigned char *marks)
{
    const struct bma_pack *pack = examples->session->pack;

    for (uint32_t rule = 0; rule < pack->rule_count; rule++) {
        bool open = bma_labelled_lists(labelled->except, pack->rules[rule].id);

        marks[bma_model_of(rule, false)] = open ? BMA_EXAMPLE_UNKNOWN : BMA_EXAMPLE_DOES_NOT;
        marks[bma_model_of(rule, true)] = marks[bma_model_of(rule, false)];
    }
}

/* What the case's label says of its clauses, of which there are `count`: of several at least one is meant. */
static unsigned char mark_meant(bool meant, size_t count)
{
    return !meant ? BMA_EXAMPLE_DOES_NOT : count > 1 ? BMA_EXAMPLE_NOTED : BMA_EXAMPLE_COUNTS;
}

/* What is only mentioned, or does not apply, tells nothing of what counts. */
static unsigned char mark_level(int level, size_t count)
{
    return level < BMA_LEVEL_ABSENT || level == BMA_LEVEL_MENTIONED
               ? BMA_EXAMPLE_UNKNOWN
               : mark_meant(level >= BMA_LEVEL_SOFT, count);
}

/* Marks the examples from `first` on, which are the clauses of the case. */
static void mark_case(struct bma_examples *examples, size_t first, const struct bma_labelled *labelled,
                      uint32_t own)
{
    size_t count = examples->count - first;

    for (size_t i = first; i < examples->count; i++) {
        unsigned char *marks = marks_of(examples, i);

        if (own == BMA_NONE) {
            mark_none(examples, labelled, marks);
            continue;
        }
        memset(marks, BMA_EXAMPLE_APART, examples->models);
        marks[bma_model_of(own, true)] = mark_meant(labelled->contradicted, count);
        marks[bma_model_of(own, false)] = mark_level(labelled->level, count);
    }
}

/* Makes an example of each clause that likeness reads of the text that was checked, as parts of one whole;
 * `clauses` gets which they are. */
static enum bma_status add_clauses(struct bma_examples *examples, uint32_t *clauses, struct bma_error *error)
{
    size_t first = examples->count;
    enum bma_status status = BMA_OK;

    examples->whole_count++;
    for (uint32_t i = 0; status == BMA_OK && i < examples->check.text.document->clause_count; i++) {
        bool made = false;

        if (!bma_clause_can_bind(&examples->check.text, i))
            continue;
        status = add_clause(examples, i, error);
        if (status == BMA_OK)
            status = end_example(examples, examples->whole_count, &made, error);
        if (made && clauses)
            clauses[examples->count - 1 - first] = i;
    }
    return status;
}

static enum bma_status add_case(struct bma_examples *examples, const struct bma_labelled *labelled,
                                uint32_t own, struct bma_error *error)
{
    enum bma_status status = bma_session_check_text(examples->session, "case.txt", "case.txt", labelled->text,
                                                    labelled->length, &examples->check, error);
    size_t first = examples->count;

    if (status == BMA_OK)
        status = add_clauses(examples, NULL, error);
    if (status == BMA_OK)
        mark_case(examples, first, labelled, own);
    return status;
}

/* A case that is no text is a fault of its file. */
static enum bma_status place(enum bma_status status, const char *path, const struct bma_labelled *labelled,
                             struct bma_error *error)
{
    struct bma_error cause = *error;

    if (status != BMA_ERROR_INPUT || cause.line > 0)
        return status;
    return bma_error_set(error, status, path, labelled->line, 0, "%s", cause.message);
}

/* Whose cases a folder has: of the rule, or of none (BMA_NONE). */
struct case_folder {
    struct bma_examples *examples;
    uint32_t own;
};

static enum bma_status add_case_file(void *visitor, const char *path, struct bma_error *error)
{
    const struct case_folder *folder = visitor;
    struct bma_labelled labelled;
    struct bma_cases cases;
    char *bytes = NULL;
    size_t length;
    bool found = true;
    enum bma_status status = bma_file_read(path, BMA_CASE_FILE_BYTES, &bytes, &length, error);

    bma_cases_begin(&cases, path, bytes);
    while (status == BMA_OK && (status = bma_cases_next(&cases, &labelled, &found, error)) == BMA_OK && found)
        status = place(add_case(folder->examples, &labelled, folder->own, error), path, &labelled, error);
    bma_free(bytes);
    return status;
}

static enum bma_status add_case_folder(struct bma_examples *examples, const char *folder, const char *name,
                                       uint32_t own, struct bma_error *error)
{
    struct case_folder cases = {examples, own};
    char *path = bma_path_join(folder, name);
    enum bma_status status = BMA_OK;

    if (!path)
        return bma_error_memory(error);
    if (bma_is_folder(path))
        status = bma_folder_each(path, ".txt", add_case_file, &cases, error);
    bma_free(path);
    return status;
}

static enum bma_status add_cases(struct bma_examples *examples, const char *folder, struct bma_error *error)
{
    const struct bma_pack *pack = examples->session->pack;
    enum bma_status status = add_case_folder(examples, folder, BMA_CASES_OF_NONE, BMA_NONE, error);

    for (uint32_t rule = 0; status == BMA_OK && rule < pack->rule_count; rule++)
        status = add_case_folder(examples, folder, pack->rules[rule].id, rule, error);
    return status;
}

/* ---- drafts ---- */

/* A clause of a draft under one criterion: `there` is whether the coder saw anything of the kind, in the
 * divisions that are noted if any is. */
static unsigned char mark_of(bool there, bool any, bool noted)
{
    if (!there)
        return BMA_EXAMPLE_DOES_NOT;
    return !any ? BMA_EXAMPLE_UNKNOWN : noted ? BMA_EXAMPLE_NOTED : BMA_EXAMPLE_DOES_NOT;
}

/* Marks the examples from `first` on, which are clauses of the draft that was checked, under one criterion.
 */
static void mark_criterion(struct bma_examples *examples, size_t first, const uint32_t *clauses,
                           uint32_t rule, const struct bma_rating *rating, bool *noted)
{
    const struct bma_document *document = examples->check.text.document;
    bool any = bma_noted_divisions(document, rating->where ? rating->where : "", noted);

    if (rating->level < BMA_LEVEL_ABSENT) /* not applicable, or not coded */
        return;
    for (size_t i = first; i < examples->count; i++) {
        bool here = noted[document->clauses[clauses[i - first]].node];

        marks_of(examples, i)[bma_model_of(rule, false)] =
            mark_of(rating->level > BMA_LEVEL_ABSENT, any, here);
        marks_of(examples, i)[bma_model_of(rule, true)] = mark_of(rating->contradicted, any, here);
    }
}

static enum bma_status add_rated(struct bma_examples *examples, const struct bma_rating *ratings,
                                 struct bma_arena *arena, struct bma_error *error)
{
    const struct bma_document *document = examples->check.text.document;
    uint32_t *clauses = bma_arena_calloc(arena, document->clause_count + 1u, sizeof *clauses);
    bool *noted = bma_arena_calloc(arena, document->node_count + 1u, sizeof *noted);
    size_t first = examples->count;
    enum bma_status status = clauses && noted ? BMA_OK : bma_error_memory(error);

    if (status == BMA_OK)
        status = add_clauses(examples, clauses, error);
    for (uint32_t rule = 0; status == BMA_OK && rule < examples->session->pack->rule_count; rule++)
        mark_criterion(examples, first, clauses, rule, &ratings[rule], noted);
    return status;
}

static enum bma_status add_draft(void *visitor, const struct bma_rated *rated, struct bma_error *error)
{
    struct bma_examples *examples = visitor;
    struct bma_arena arena;
    enum bma_status status;

    if (bma_part_has(&examples->left_out, examples->draft_count++))
        return BMA_OK;
    bma_arena_init(&arena);
    status = bma_session_check(examples->session, rated->draft, &examples->check, error);
    if (status == BMA_OK)
        status = add_rated(examples, rated->ratings, &arena, error);
    bma_arena_release(&arena);
    return status;
}

enum bma_status bma_examples_add(struct bma_examples *examples, const char *folder, struct bma_error *error)
{
    size_t before = examples->count, drafts = examples->draft_count;
    enum bma_status status = bma_rated_each(folder, examples->session->pack, add_draft, examples, error);

    if (status == BMA_OK)
        status = add_cases(examples, folder, error);
    if (status == BMA_OK && examples->count == before && examples->draft_count == drafts)
        status = bma_error_set(
            error, BMA_ERROR_INPUT, folder, 0, 0,
            "it has neither labelled clauses nor labelled drafts; 'bma help learn' has an example");
    return status;
}

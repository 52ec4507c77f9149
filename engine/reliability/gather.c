#include "reliability/gather.h"

#include "base/buffer.h"
#include "base/file.h"
#include "base/folder.h"
#include "base/memory.h"
#include "corpus/names.h"
#include "findings/evidence.h"
#include "reliability/gather_parts.h"
#include "reliability/labels.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Where the program's findings come from, and those of the draft that was read last. */
struct source {
    struct bma_session *session;
    struct bma_store *store; /* NULL: drafts are weighed */
    struct bma_check check;
    struct bma_case stored;
    const struct bma_findings *findings;
    const struct bma_case *agreement;
};

void bma_comparison_init(struct bma_comparison *comparison)
{
    memset(comparison, 0, sizeof *comparison);
    bma_arena_init(&comparison->arena);
}

void bma_comparison_release(struct bma_comparison *comparison)
{
    bma_ratings_release(&comparison->ratings);
    bma_arena_release(&comparison->arena);
}

/* ---- what is rated ---- */

static enum bma_status begin(struct bma_comparison *out, size_t agreements, const char *first,
                             const char *second, struct bma_error *error)
{
    out->ratings.first = first;
    out->ratings.second = second;
    out->ratings.agreements = bma_arena_calloc(&out->arena, agreements + 1, sizeof *out->ratings.agreements);
    return out->ratings.agreements != NULL ? BMA_OK : bma_error_memory(error);
}

static enum bma_status criteria_of(const struct bma_pack *pack, struct bma_comparison *out,
                                   struct bma_error *error)
{
    struct bma_item *items = bma_arena_calloc(&out->arena, pack->rule_count + 1u, sizeof *items);
    const char **groups = bma_arena_calloc(&out->arena, pack->dimension_count + 1u, sizeof *groups);

    if (items == NULL || groups == NULL)
        return bma_error_memory(error);
    for (uint32_t i = 0; i < pack->rule_count; i++)
        items[i] = (struct bma_item){pack->rules[i].id, pack->rules[i].title, pack->rules[i].dimension, ""};
    for (uint32_t i = 0; i < pack->dimension_count; i++)
        groups[i] = pack->dimensions[i].name;
    out->ratings.levels = true;
    out->ratings.items = items;
    out->ratings.item_count = pack->rule_count;
    out->ratings.groups = groups;
    out->ratings.group_count = pack->dimension_count;
    return BMA_OK;
}

static uint32_t add_agreement(struct bma_comparison *out, const char *name)
{
    ((const char **)out->ratings.agreements)[out->ratings.agreement_count] = name;
    return out->ratings.agreement_count++;
}

static enum bma_status add_pairs(struct bma_comparison *out, const char *name, const struct bma_rating *first,
                                 const struct bma_rating *second, struct bma_error *error)
{
    uint32_t agreement = add_agreement(out, name);
    enum bma_status status = BMA_OK;

    for (uint32_t i = 0; status == BMA_OK && i < out->ratings.item_count; i++)
        if (first[i].level != BMA_NOT_RATED) {
            struct bma_unit unit = {agreement, i, first[i], second[i], ""};
            status = bma_ratings_add(&out->ratings, &unit, error);
        }
    return status;
}

/* ---- the program's own ratings ---- */

/* Its level, with the words that it rests on; they are copied, as the check is used again. */
static bool rate(const struct bma_finding *finding, struct bma_arena *arena, struct bma_rating *out)
{
    const struct bma_evidence *evidence = bma_evidence_telling(finding);

    *out = (struct bma_rating){BMA_NOT_RATED, finding->contradicted, "", ""};
    if (finding->status == BMA_FINDING_DECIDED)
        out->level = finding->level;
    else if (finding->status == BMA_FINDING_NOT_APPLICABLE)
        out->level = BMA_NOT_APPLICABLE;
    if (evidence == NULL || evidence->role == BMA_EVIDENCE_NEAREST)
        return true;
    out->where = evidence->voice == BMA_VOICE_TEXT
                     ? bma_arena_printf(arena, "%s, line %u", evidence->citation, (unsigned)evidence->line)
                     : bma_arena_strndup(arena, evidence->citation, strlen(evidence->citation));
    out->note = bma_arena_strndup(arena, evidence->quote, strlen(evidence->quote));
    return out->where != NULL && out->note != NULL;
}

/* Into source->findings and source->agreement: weighed now, or as the database has them. */
static enum bma_status find(struct source *source, const struct bma_draft *draft, struct bma_error *error)
{
    struct bma_check *check = &source->check;

    source->findings = &check->findings;
    if (source->store == NULL) {
        enum bma_status status = bma_session_check(source->session, draft->path, check, error);
        source->agreement = check->agreement;
        return status;
    }
    bma_arena_reset(&check->arena);
    source->agreement = &source->stored;
    source->stored.without_text = draft->without_text;
    return draft->without_text ? BMA_OK
                               : bma_stored_read(source->store, draft->stored, source->session->pack,
                                                 &check->arena, &check->findings, &source->stored, error);
}

/* *read is false where there is no text: a coder beside himself is no comparison. */
static enum bma_status read_draft(struct source *source, const struct bma_draft *draft,
                                  struct bma_comparison *out, bool *read, struct bma_error *error)
{
    enum bma_status status = find(source, draft, error);

    *read = status == BMA_OK && !source->agreement->without_text;
    if (status != BMA_OK || *read)
        return status;
    out->without_text++;
    if (draft->named)
        return bma_error_set(error, BMA_ERROR_INPUT, draft->path, 0, 0,
                             "the case file has no text, so that the program has nothing to set beside the "
                             "coder");
    return BMA_OK;
}

/* What the coder of a case file said, kept when the case file is not. */
static bool keep(struct bma_rating *rating, struct bma_arena *arena)
{
    if (rating->level == BMA_NOT_RATED)
        return true;
    rating->where = bma_arena_strndup(arena, rating->where, strlen(rating->where));
    rating->note = bma_arena_strndup(arena, rating->note, strlen(rating->note));
    return rating->where != NULL && rating->note != NULL;
}

static bool any_rated(const struct bma_rating *ratings, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (ratings[i].level != BMA_NOT_RATED)
            return true;
    return false;
}

/* A case file may stand in a folder without a coder's word in it. */
static enum bma_status pass_over(const struct bma_draft *draft, struct bma_comparison *out,
                                 struct bma_error *error)
{
    out->passed_over++;
    return draft->named
               ? bma_error_set(error, BMA_ERROR_INPUT, draft->path, 0, 0,
                               "nobody has rated this draft: there is no level under coded:, and no table")
               : BMA_OK;
}

static enum bma_status compare_draft(struct source *source, const struct bma_draft *draft,
                                     struct bma_comparison *out, struct bma_error *error)
{
    const struct bma_pack *pack = source->session->pack;
    struct bma_rating *both = bma_arena_calloc(&out->arena, 2u * pack->rule_count + 1u, sizeof *both);
    struct bma_rating *program = both != NULL ? both + pack->rule_count : NULL;
    bool read = false;
    enum bma_status status =
        both != NULL ? read_draft(source, draft, out, &read, error) : bma_error_memory(error);

    if (!read)
        return status;
    status = draft->table != NULL ? bma_labels_read(draft->table, pack, &out->arena, both, error)
                                  : bma_labels_of_case(source->agreement, pack, both, error);
    if (status == BMA_OK && !any_rated(both, pack->rule_count))
        return pass_over(draft, out, error);
    for (uint32_t i = 0; i < pack->rule_count; i++)
        out->rule_errors += source->findings->items[i].status == BMA_FINDING_ERROR;
    for (uint32_t i = 0; status == BMA_OK && i < pack->rule_count; i++)
        if (!rate(&source->findings->items[i], &out->arena, &program[i]) ||
            (draft->table == NULL && !keep(&both[i], &out->arena)))
            status = bma_error_memory(error);
    return status == BMA_OK ? add_pairs(out, draft->name, both, program, error) : status;
}

/* Of a failed one there are no findings, whoever else has rated it. */
static bool has_failed(const struct bma_draft *draft, struct bma_comparison *out, enum bma_status *status,
                       struct bma_error *error)
{
    if (!draft->failed)
        return false;
    out->passed_over++;
    if (draft->named)
        *status = bma_error_set(error, BMA_ERROR_INPUT, draft->path, 0, 0,
                                "the database says that this draft could not be weighed");
    return true;
}

/* Whether somebody has rated it; false with *error set where one that was named has no table. */
static bool is_rated(const struct bma_draft *draft, const char *labels, struct bma_comparison *out,
                     enum bma_status *status, struct bma_error *error)
{
    if (draft->table != NULL || bma_is_case_file(draft->path))
        return true;
    out->passed_over++;
    if (draft->named)
        *status = bma_error_set(error, BMA_ERROR_INPUT, draft->path, 0, 0,
                                "nobody has rated this draft: there is no %s.csv %s%s", draft->name,
                                labels != NULL ? "in " : "beside it", labels != NULL ? labels : "");
    return false;
}

enum bma_status bma_compare_program(struct bma_session *session, struct bma_store *store, char *const *paths,
                                    int count, const char *labels, struct bma_comparison *out,
                                    struct bma_error *error)
{
    struct source source = {.session = session, .store = store};
    struct bma_drafts drafts;
    enum bma_status status =
        bma_drafts_find(store, session->pack, paths, count, labels, &out->arena, &drafts, error);

    bma_check_init(&source.check);
    if (status == BMA_OK)
        status = begin(out, drafts.count, "coder", "program", error);
    if (status == BMA_OK)
        status = criteria_of(session->pack, out, error);
    for (size_t i = 0; status == BMA_OK && i < drafts.count; i++)
        if (!has_failed(&drafts.items[i], out, &status, error) &&
            is_rated(&drafts.items[i], labels, out, &status, error))
            status = compare_draft(&source, &drafts.items[i], out, error);
    bma_check_release(&source.check);
    bma_free(drafts.items);
    return status;
}

/* ---- two coders ---- */

static enum bma_status compare_tables(const struct bma_pack *pack, const char *first, const char *second,
                                      const char *name, struct bma_comparison *out, struct bma_error *error)
{
    struct bma_rating *both = bma_arena_calloc(&out->arena, 2u * pack->rule_count + 1u, sizeof *both);
    enum bma_status status =
        both != NULL ? bma_labels_read(first, pack, &out->arena, both, error) : bma_error_memory(error);

    if (status == BMA_OK)
        status = bma_labels_read(second, pack, &out->arena, both + pack->rule_count, error);
    return status == BMA_OK ? add_pairs(out, name, both, both + pack->rule_count, error) : status;
}

enum bma_status bma_compare_coders(const struct bma_pack *pack, const char *first, const char *second,
                                   struct bma_comparison *out, struct bma_error *error)
{
    const char *const *names;
    uint32_t count;
    enum bma_status status = bma_folder_list(first, &out->arena, &names, &count, error);

    if (status == BMA_OK)
        status = begin(out, count, "first coder", "second coder", error);
    if (status == BMA_OK)
        status = criteria_of(pack, out, error);
    for (uint32_t i = 0; status == BMA_OK && i < count; i++) {
        const char *one = bma_arena_printf(&out->arena, "%s/%s", first, names[i]);
        const char *other = bma_arena_printf(&out->arena, "%s/%s", second, names[i]);
        size_t length = strlen(names[i]) - strlen(bma_ending_of(names[i]));
        const char *name = bma_arena_strndup(&out->arena, names[i], length);
        if (one == NULL || other == NULL || name == NULL)
            return bma_error_memory(error);
        if (!bma_path_ends_with(one, ".csv"))
            continue;
        if (access(other, F_OK) == 0)
            status = compare_tables(pack, one, other, name, out, error);
        else
            out->passed_over++;
    }
    return status;
}

/* ---- a coding table ---- */

static const struct bma_coded_record *find_record(const struct bma_coded *coded, const char *name)
{
    for (uint32_t i = 0; i < coded->record_count; i++)
        if (strcmp(bma_name_without_zeros(coded->records[i].id), bma_name_without_zeros(name)) == 0)
            return &coded->records[i];
    return NULL;
}

static bool share_criterion(const struct bma_coded_item *a, const struct bma_coded_item *b)
{
    for (uint32_t i = 0; i < a->rule_count; i++)
        for (uint32_t k = 0; k < b->rule_count; k++)
            if (a->rules[i] == b->rules[k])
                return true;
    return false;
}

/*
 * The other topics of the item's criteria, one space between; of a record (NULL: all) those that it has.  In
 * the arena; NULL where memory is out.
 */
static const char *shared_by(const struct bma_coded *coded, const struct bma_coded_record *record,
                             uint32_t item, struct bma_arena *arena)
{
    struct bma_buffer list;
    const char *kept;

    bma_buffer_init(&list);
    for (uint32_t i = 0; i < coded->item_count; i++)
        if (i != item && (record == NULL || record->values[i] == 1) &&
            share_criterion(&coded->items[item], &coded->items[i]))
            bma_buffer_addf(&list, "%s%s", list.length > 0 ? " " : "", coded->items[i].id);
    kept = list.failed ? NULL : bma_arena_strndup(arena, list.length > 0 ? list.bytes : "", list.length);
    bma_buffer_release(&list);
    return kept;
}

static enum bma_status topics_of(const struct bma_coded *coded, struct bma_comparison *out,
                                 struct bma_error *error)
{
    struct bma_item *items = bma_arena_calloc(&out->arena, coded->item_count + 1u, sizeof *items);

    if (items == NULL)
        return bma_error_memory(error);
    for (uint32_t i = 0; i < coded->item_count; i++) {
        items[i] = (struct bma_item){coded->items[i].id, "", 0, shared_by(coded, NULL, i, &out->arena)};
        if (items[i].shares == NULL)
            return bma_error_memory(error);
    }
    out->ratings.items = items;
    out->ratings.item_count = coded->item_count;
    return BMA_OK;
}

/* The best of the criteria that the topic answers, as found or not. */
static bool rate_topic(const struct bma_coded_item *item, const struct bma_findings *findings,
                       struct bma_arena *arena, struct bma_rating *out)
{
    const struct bma_finding *best = NULL;

    *out = (struct bma_rating){0, false, "", ""};
    for (uint32_t i = 0; i < item->rule_count; i++) {
        const struct bma_finding *finding = &findings->items[item->rules[i]];
        if (finding->level > 0 && (best == NULL || finding->level > best->level))
            best = finding;
    }
    if (best == NULL)
        return true;
    if (!rate(best, arena, out))
        return false;
    out->level = 1;
    out->contradicted = false;
    return true;
}

static enum bma_status compare_record(struct source *source, const struct bma_coded *coded,
                                      const struct bma_coded_record *record, const struct bma_draft *draft,
                                      struct bma_comparison *out, struct bma_error *error)
{
    bool read;
    enum bma_status status = read_draft(source, draft, out, &read, error);
    uint32_t agreement = read ? add_agreement(out, draft->name) : 0;

    if (!read)
        return status;
    for (uint32_t i = 0; status == BMA_OK && i < coded->item_count; i++) {
        struct bma_unit unit = {agreement, i, {record->values[i], false, "", ""}, {0, false, "", ""}, ""};
        if (record->values[i] == BMA_CODED_MISSING)
            continue;
        unit.shared = shared_by(coded, record, i, &out->arena);
        if (unit.shared == NULL || !rate_topic(&coded->items[i], source->findings, &out->arena, &unit.second))
            return bma_error_memory(error);
        status = bma_ratings_add(&out->ratings, &unit, error);
    }
    return status;
}

/* The record of a draft; what has none is passed over, or an error where it was named. */
static enum bma_status compare_named(struct source *source, const struct bma_coded *coded,
                                     const struct bma_draft *draft, struct bma_comparison *out,
                                     struct bma_error *error)
{
    const struct bma_coded_record *record = find_record(coded, draft->name);
    enum bma_status status = BMA_OK;

    if (record == NULL && draft->named)
        return bma_error_set(error, BMA_ERROR_INPUT, draft->path, 0, 0,
                             "the coding table has no row with the id '%.60s'", draft->name);
    if (record == NULL)
        out->passed_over++;
    else if (!has_failed(draft, out, &status, error))
        status = compare_record(source, coded, record, draft, out, error);
    return status;
}

enum bma_status bma_compare_coded(struct bma_session *session, struct bma_store *store,
                                  const struct bma_coded *coded, char *const *paths, int count,
                                  struct bma_comparison *out, struct bma_error *error)
{
    struct source source = {.session = session, .store = store};
    struct bma_drafts drafts;
    enum bma_status status =
        bma_drafts_find(store, session->pack, paths, count, NULL, &out->arena, &drafts, error);

    bma_check_init(&source.check);
    if (status == BMA_OK)
        status = begin(out, drafts.count, "coding table", "program", error);
    if (status == BMA_OK)
        status = topics_of(coded, out, error);
    for (size_t i = 0; status == BMA_OK && i < drafts.count; i++)
        status = compare_named(&source, coded, &drafts.items[i], out, error);
    bma_check_release(&source.check);
    bma_free(drafts.items);
    return status;
}

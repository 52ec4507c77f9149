#include "reliability/gather.h"

#include "base/file.h"
#include "base/folder.h"
#include "base/memory.h"
#include "reliability/labels.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A draft, and where its ratings stand. */
struct draft {
    const char *path;
    const char *name;  /* of the file, without folder and ending */
    const char *table; /* NULL: none */
    bool named;        /* by the caller, not found in a folder */
};

struct drafts {
    struct draft *items;
    size_t count, capacity;
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

/* ---- which drafts ---- */

static const char *ending_of(const char *path)
{
    const char *slash = strrchr(path, '/'), *dot = strrchr(path, '.');

    return dot != NULL && dot > (slash != NULL ? slash + 1 : path) ? dot : "";
}

static bool is_case(const char *path)
{
    return strcmp(ending_of(path), ".yaml") == 0 || strcmp(ending_of(path), ".yml") == 0;
}

/* NAME.csv in folder; beside the draft where folder is NULL. */
static const char *table_path(const struct draft *draft, const char *folder, struct bma_arena *arena)
{
    const char *slash = strrchr(draft->path, '/');
    int length = slash != NULL ? (int)(slash - draft->path) + 1 : 0;

    if (folder != NULL)
        return bma_arena_printf(arena, "%s/%s.csv", folder, draft->name);
    return bma_arena_printf(arena, "%.*s%s.csv", length, draft->path, draft->name);
}

static enum bma_status add_draft(struct drafts *drafts, const char *path, bool named, const char *labels,
                                 struct bma_arena *arena, struct bma_error *error)
{
    const char *slash = strrchr(path, '/'), *start = slash != NULL ? slash + 1 : path;
    struct draft draft = {.named = named};

    draft.path = bma_arena_strndup(arena, path, strlen(path));
    draft.name = bma_arena_strndup(arena, start, (size_t)(strlen(start) - strlen(ending_of(path))));
    if (draft.path != NULL && draft.name != NULL)
        draft.table = table_path(&draft, labels, arena);
    if (draft.table == NULL ||
        bma_grow(&drafts->items, &drafts->capacity, drafts->count + 1, sizeof draft) != 0)
        return bma_error_memory(error);
    if (access(draft.table, F_OK) != 0)
        draft.table = NULL;
    drafts->items[drafts->count++] = draft;
    return BMA_OK;
}

static enum bma_status add_folder(struct drafts *drafts, const char *folder, const char *labels,
                                  struct bma_arena *arena, struct bma_error *error)
{
    const char *const *names;
    uint32_t count;
    enum bma_status status = bma_folder_list(folder, arena, &names, &count, error);

    for (uint32_t i = 0; status == BMA_OK && i < count; i++) {
        const char *path = bma_arena_printf(arena, "%s/%s", folder, names[i]);
        if (path == NULL)
            return bma_error_memory(error);
        if (strcmp(ending_of(path), ".csv") != 0 && !bma_is_folder(path))
            status = add_draft(drafts, path, false, labels, arena, error);
    }
    return status;
}

static enum bma_status find_drafts(char *const *paths, int count, const char *labels, struct bma_arena *arena,
                                   struct drafts *out, struct bma_error *error)
{
    enum bma_status status = BMA_OK;

    memset(out, 0, sizeof *out);
    for (int i = 0; status == BMA_OK && i < count; i++)
        status = bma_is_folder(paths[i]) ? add_folder(out, paths[i], labels, arena, error)
                                         : add_draft(out, paths[i], true, labels, arena, error);
    return status;
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
        items[i] = (struct bma_item){pack->rules[i].id, pack->rules[i].title, pack->rules[i].dimension};
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
            struct bma_unit unit = {agreement, i, first[i], second[i]};
            status = bma_ratings_add(&out->ratings, &unit, error);
        }
    return status;
}

/* ---- the program's own ratings ---- */

/* Its level, with the words that it rests on; they are copied, as the check is used again. */
static bool rate(const struct bma_finding *finding, struct bma_arena *arena, struct bma_rating *out)
{
    const struct bma_evidence *evidence = finding->evidence_count > 0 ? &finding->evidence[0] : NULL;

    *out = (struct bma_rating){BMA_NOT_RATED, finding->contradicted, "", ""};
    if (finding->status == BMA_FINDING_DECIDED)
        out->level = finding->level;
    else if (finding->status == BMA_FINDING_NOT_APPLICABLE)
        out->level = BMA_NOT_APPLICABLE;
    if (evidence == NULL || evidence->role == BMA_EVIDENCE_NEAREST)
        return true;
    out->where = bma_arena_printf(arena, "%s, line %u", evidence->citation, (unsigned)evidence->line);
    out->note = bma_arena_strndup(arena, evidence->quote, strlen(evidence->quote));
    return out->where != NULL && out->note != NULL;
}

/* Weighs it; *read is false where there is no text: a coder beside himself is no comparison. */
static enum bma_status check_draft(struct bma_session *session, const struct draft *draft,
                                   struct bma_check *check, struct bma_comparison *out, bool *read,
                                   struct bma_error *error)
{
    enum bma_status status = bma_session_check(session, draft->path, check, error);

    *read = status == BMA_OK && !check->agreement->without_text;
    if (status != BMA_OK || *read)
        return status;
    out->without_text++;
    if (draft->named)
        return bma_error_set(error, BMA_ERROR_INPUT, draft->path, 0, 0,
                             "the case file has no text, so that the program has nothing to set beside the "
                             "coder");
    return BMA_OK;
}

static enum bma_status compare_draft(struct bma_session *session, const struct draft *draft,
                                     struct bma_check *check, struct bma_comparison *out,
                                     struct bma_error *error)
{
    const struct bma_pack *pack = session->pack;
    struct bma_rating *both = bma_arena_calloc(&out->arena, 2u * pack->rule_count + 1u, sizeof *both);
    struct bma_rating *program = both != NULL ? both + pack->rule_count : NULL;
    bool read = false;
    enum bma_status status =
        both != NULL ? check_draft(session, draft, check, out, &read, error) : bma_error_memory(error);

    if (!read)
        return status;
    if (status == BMA_OK)
        status = draft->table != NULL ? bma_labels_read(draft->table, pack, &out->arena, both, error)
                                      : bma_labels_of_case(check->agreement, pack, both, error);
    for (uint32_t i = 0; status == BMA_OK && i < pack->rule_count; i++) {
        if (!rate(&check->findings.items[i], &out->arena, &program[i]))
            status = bma_error_memory(error);
        if (draft->table == NULL && both[i].level != BMA_NOT_RATED) { /* the case file is not kept */
            both[i].where = bma_arena_strndup(&out->arena, both[i].where, strlen(both[i].where));
            both[i].note = bma_arena_strndup(&out->arena, both[i].note, strlen(both[i].note));
            if (both[i].where == NULL || both[i].note == NULL)
                status = bma_error_memory(error);
        }
    }
    return status == BMA_OK ? add_pairs(out, draft->name, both, program, error) : status;
}

/* Whether somebody has rated it; false with *error set where one that was named has no table. */
static bool is_rated(const struct draft *draft, const char *labels, struct bma_comparison *out,
                     enum bma_status *status, struct bma_error *error)
{
    if (draft->table != NULL || is_case(draft->path))
        return true;
    out->passed_over++;
    if (draft->named)
        *status = bma_error_set(error, BMA_ERROR_INPUT, draft->path, 0, 0,
                                "nobody has rated this draft: there is no %s.csv %s%s", draft->name,
                                labels != NULL ? "in " : "beside it", labels != NULL ? labels : "");
    return false;
}

enum bma_status bma_compare_program(struct bma_session *session, char *const *paths, int count,
                                    const char *labels, struct bma_comparison *out, struct bma_error *error)
{
    struct drafts drafts;
    struct bma_check check;
    enum bma_status status = find_drafts(paths, count, labels, &out->arena, &drafts, error);

    bma_check_init(&check);
    if (status == BMA_OK)
        status = begin(out, drafts.count, "coder", "program", error);
    if (status == BMA_OK)
        status = criteria_of(session->pack, out, error);
    for (size_t i = 0; status == BMA_OK && i < drafts.count; i++)
        if (is_rated(&drafts.items[i], labels, out, &status, error))
            status = compare_draft(session, &drafts.items[i], &check, out, error);
    bma_check_release(&check);
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
        size_t length = strlen(names[i]) - strlen(ending_of(names[i]));
        const char *name = bma_arena_strndup(&out->arena, names[i], length);
        if (one == NULL || other == NULL || name == NULL)
            return bma_error_memory(error);
        if (strcmp(ending_of(one), ".csv") != 0)
            continue;
        if (access(other, F_OK) == 0)
            status = compare_tables(pack, one, other, name, out, error);
        else
            out->passed_over++;
    }
    return status;
}

/* ---- a coding table ---- */

static const char *without_zeros(const char *id)
{
    while (id[0] == '0' && id[1] != '\0')
        id++;
    return id;
}

static const struct bma_coded_record *find_record(const struct bma_coded *coded, const char *name)
{
    for (uint32_t i = 0; i < coded->record_count; i++)
        if (strcmp(without_zeros(coded->records[i].id), without_zeros(name)) == 0)
            return &coded->records[i];
    return NULL;
}

static enum bma_status topics_of(const struct bma_coded *coded, struct bma_comparison *out,
                                 struct bma_error *error)
{
    struct bma_item *items = bma_arena_calloc(&out->arena, coded->item_count + 1u, sizeof *items);

    if (items == NULL)
        return bma_error_memory(error);
    for (uint32_t i = 0; i < coded->item_count; i++)
        items[i] = (struct bma_item){coded->items[i].id, "", 0};
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

static enum bma_status compare_record(struct bma_session *session, const struct bma_coded *coded,
                                      const struct bma_coded_record *record, const struct draft *draft,
                                      struct bma_check *check, struct bma_comparison *out,
                                      struct bma_error *error)
{
    bool read;
    enum bma_status status = check_draft(session, draft, check, out, &read, error);
    uint32_t agreement = read ? add_agreement(out, draft->name) : 0;

    if (!read)
        return status;
    for (uint32_t i = 0; status == BMA_OK && i < coded->item_count; i++) {
        struct bma_unit unit = {agreement, i, {record->values[i], false, "", ""}, {0, false, "", ""}};
        if (record->values[i] == BMA_CODED_MISSING)
            continue;
        if (!rate_topic(&coded->items[i], &check->findings, &out->arena, &unit.second))
            return bma_error_memory(error);
        status = bma_ratings_add(&out->ratings, &unit, error);
    }
    return status;
}

enum bma_status bma_compare_coded(struct bma_session *session, const struct bma_coded *coded,
                                  char *const *paths, int count, struct bma_comparison *out,
                                  struct bma_error *error)
{
    struct drafts drafts;
    struct bma_check check;
    enum bma_status status = find_drafts(paths, count, NULL, &out->arena, &drafts, error);

    bma_check_init(&check);
    if (status == BMA_OK)
        status = begin(out, drafts.count, "coding table", "program", error);
    if (status == BMA_OK)
        status = topics_of(coded, out, error);
    for (size_t i = 0; status == BMA_OK && i < drafts.count; i++) {
        const struct draft *draft = &drafts.items[i];
        const struct bma_coded_record *record = find_record(coded, draft->name);
        if (record != NULL)
            status = compare_record(session, coded, record, draft, &check, out, error);
        else if (draft->named)
            status = bma_error_set(error, BMA_ERROR_INPUT, draft->path, 0, 0,
                                   "the coding table has no row with the id '%.60s'", draft->name);
        else
            out->passed_over++;
    }
    bma_check_release(&check);
    bma_free(drafts.items);
    return status;
}

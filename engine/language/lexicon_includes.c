/*
 * Which concepts a hit counts for.  From each concept all ways upward, to the
 * concepts that include it, are walked once at load; the matcher then
 * reads a flat list.
 */
#include "base/memory.h"
#include "language/lexicon_internal.h"

#include <string.h>

enum { MAX_DEPTH = 32, MAX_EMISSIONS = 4096 };

struct resolver {
    struct bma_lexicon *lexicon;
    const struct bma_include *includes;
    uint32_t *by_included; /* include indices grouped by `to` */
    uint32_t *first;       /* concept_count + 1 offsets into by_included */
    const bool *has_not;
    uint32_t path[MAX_DEPTH], guards[MAX_DEPTH];
    uint32_t depth, guard_count;
    size_t emission_count, emission_capacity, guard_used, guard_capacity;
    uint32_t source_first; /* first emission of the concept that is walked from */
    struct bma_error *error;
};

static enum bma_status group_by_included(struct resolver *r, size_t count)
{
    size_t concepts = r->lexicon->concept_count;
    r->by_included = bma_calloc(count + 1, sizeof *r->by_included);
    r->first = bma_calloc(concepts + 2, sizeof *r->first);
    if (r->by_included == NULL || r->first == NULL)
        return bma_error_memory(r->error);
    for (size_t i = 0; i < count; i++)
        r->first[r->includes[i].to + 2]++;
    for (size_t i = 1; i < concepts + 2; i++)
        r->first[i] += r->first[i - 1];
    for (size_t i = 0; i < count; i++)
        r->by_included[r->first[r->includes[i].to + 1]++] = (uint32_t)i;
    return BMA_OK;
}

/* The same concept by another way, with the same guards, is no news. */
static bool is_known(const struct resolver *r, uint32_t concept)
{
    const struct bma_lexicon *lexicon = r->lexicon;
    for (size_t i = r->source_first; i < r->emission_count; i++) {
        const struct bma_emission *known = &lexicon->emissions[i];
        if (known->concept == concept && known->guard_count == r->guard_count &&
            (r->guard_count == 0 || memcmp(lexicon->guards + known->first_guard, r->guards,
                                           r->guard_count * sizeof *r->guards) == 0))
            return true;
    }
    return false;
}

static enum bma_status add_emission(struct resolver *r, uint32_t concept)
{
    struct bma_lexicon *lexicon = r->lexicon;
    if (bma_grow(&lexicon->emissions, &r->emission_capacity, r->emission_count + 1,
                 sizeof *lexicon->emissions) != 0 ||
        bma_grow(&lexicon->guards, &r->guard_capacity, r->guard_used + r->guard_count + 1,
                 sizeof *lexicon->guards) != 0)
        return bma_error_memory(r->error);
    lexicon->emissions[r->emission_count++] =
        (struct bma_emission){concept, (uint32_t)r->guard_used, r->guard_count};
    memcpy(lexicon->guards + r->guard_used, r->guards, r->guard_count * sizeof *r->guards);
    r->guard_used += r->guard_count;
    return BMA_OK;
}

static enum bma_status refuse(const struct resolver *r, const struct bma_include *include,
                              const char *problem)
{
    return bma_error_set(r->error, BMA_ERROR_PACK, include->file, include->line, include->column,
                         "concept \"%s\" includes \"%s\", %s", r->lexicon->concepts[include->from].name,
                         r->lexicon->concepts[include->to].name, problem);
}

/* Whether the way may go on over this include. */
static enum bma_status check_step(const struct resolver *r, const struct bma_include *include)
{
    for (uint32_t i = 0; i < r->depth; i++)
        if (r->path[i] == include->from)
            return refuse(r, include, "which includes it in turn");
    if (r->depth == MAX_DEPTH)
        return refuse(r, include, "and so on more than 32 deep");
    if (r->emission_count - r->source_first > MAX_EMISSIONS)
        return refuse(r, include, "which is included on more than 4096 ways");
    return BMA_OK;
}

static enum bma_status walk(struct resolver *r, uint32_t concept)
{
    uint32_t guards_before = r->guard_count;
    r->path[r->depth++] = concept;
    if (r->has_not[concept])
    r->guards[r->guard_count++] = concept;
    enum bma_status status = is_known(r, concept) ? BMA_OK : add_emission(r, concept);
    for (uint32_t i = r->first[concept]; status == BMA_OK && i < r->first[concept + 1]; i++) {
        const struct bma_include *include = &r->includes[r->by_included[i]];
        status = check_step(r, include);
        if (status == BMA_OK)
            status = walk(r, include->from);
    }
    r->depth--;
    r->guard_count = guards_before;
    return status;
}

enum bma_status bma_lexicon_resolve_includes(struct bma_lexicon *lexicon, const struct bma_include *includes,
                                             size_t count, const bool *has_not, struct bma_error *error)
{
    struct resolver r = {.lexicon = lexicon, .includes = includes, .has_not = has_not, .error = error};
    enum bma_status status = group_by_included(&r, count);
    if (status == BMA_OK) {
        lexicon->emission_first = bma_calloc(lexicon->concept_count + 1, sizeof *lexicon->emission_first);
        status = lexicon->emission_first == NULL ? bma_error_memory(error) : BMA_OK;
    }
    for (size_t concept = 0; status == BMA_OK && concept < lexicon->concept_count; concept ++) {
        r.source_first = (uint32_t)r.emission_count;
        status = walk(&r, (uint32_t) concept);
        lexicon->emission_first[concept + 1] = (uint32_t)r.emission_count;
    }
    bma_free(r.by_included);
    bma_free(r.first);
    return status;
}

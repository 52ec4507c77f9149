/*
 * Defined terms that stand for an actor: where a draft says that a "Grower"
 * means a person who employs, growers act as employers from then on.  A term is the
 * words between the quotation marks at the head of a definition; whoever the
 * definition names first is what it stands for.  A term that names an actor by
 * itself needs no alias.
 */
#include "language/features_internal.h"

#include <string.h>

static unsigned char lower(char byte)
{
    unsigned char c = (unsigned char)byte;
    return (unsigned char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
}

static uint32_t start_hash(const struct bma_annotated *text, uint32_t token)
{
    return lower(text->document->text[text->tokens[token].start]) & 63u;
}

/* Equal but for case, and for an ending of at most two bytes (an inflection) on the later word. */
static bool same_word(const struct bma_annotated *text, uint32_t term, uint32_t token)
{
    const struct bma_token *a = &text->tokens[term], *b = &text->tokens[token];

    if (b->length < a->length || b->length > a->length + 2)
        return false;
    for (uint32_t i = 0; i < a->length; i++)
        if (lower(text->document->text[a->start + i]) != lower(text->document->text[b->start + i]))
            return false;
    return true;
}

const struct bma_alias *bma_alias_at(const struct bma_features_state *state, const struct bma_annotated *text,
                                     uint32_t token, uint32_t end)
{
    uint32_t next = state->alias_starts[start_hash(text, token)];

    for (; next != 0; next = state->alias_next[next - 1]) {
        const struct bma_alias *alias = &state->aliases[next - 1];
        uint32_t i = 0;
        while (i < alias->words && token + i < end && same_word(text, alias->first + i, token + i))
            i++;
        if (i == alias->words)
            return alias;
    }
    return NULL;
}

/* The mark of definition of the clause, and whoever is named after it. */
static unsigned defined_actor(const struct bma_features_state *state, const struct bma_annotated *text,
                              const struct bma_clause_features *features, uint32_t term_first,
                              uint32_t term_end)
{
    uint32_t begin = BMA_NONE, best_first = BMA_NONE, best_end = 0;
    unsigned best = 0;

    for (uint32_t i = 0; i < features->annotation_count; i++) {
        const struct bma_annotation *found = &text->annotations[features->first_annotation + i];
        enum bma_concept_role role = (enum bma_concept_role)state->roles[found->concept];
        unsigned actor = bma_role_actor(role);
        if (role == BMA_CONCEPT_DEFINITION && begin == BMA_NONE && found->first >= term_end)
            begin = found->end;
        if (actor == 0)
            continue;
        if (found->first < term_end && found->end > term_first)
            return 0; /* the term says it itself */
        if (begin == BMA_NONE || found->first < begin)
            continue;
        if (found->first < best_first || (found->first == best_first && found->end > best_end)) {
            best_first = found->first;
            best_end = found->end;
            best = actor;
        }
    }
    return best;
}

static void learn(struct bma_features_state *state, const struct bma_annotated *text,
                  const struct bma_clause_features *features)
{
    uint32_t first = features->first_token, end;

    while (first < features->end_token && first < features->first_token + 4 &&
           !(text->tokens[first].flags & BMA_TOKEN_QUOTED))
        first++;
    for (end = first; end < features->end_token && (text->tokens[end].flags & BMA_TOKEN_QUOTED); end++)
        if (end - first >= BMA_ALIAS_WORDS)
            return;
    if (end == first || end == features->end_token || state->alias_count == BMA_ALIAS_MAX)
        return;
    unsigned actors = defined_actor(state, text, features, first, end);
    if (actors == 0)
        return;
    uint32_t hash = start_hash(text, first), index = state->alias_count++;
    state->aliases[index] = (struct bma_alias){first, end - first, actors};
    state->alias_next[index] = state->alias_starts[hash];
    state->alias_starts[hash] = index + 1;
}

void bma_aliases_learn(struct bma_features_state *state, const struct bma_annotated *text)
{
    state->alias_count = 0;
    memset(state->alias_starts, 0, sizeof state->alias_starts);
    for (uint32_t i = 0; i < text->document->clause_count; i++) {
        const struct bma_clause_features *features = &text->clauses[i];
        bool defines = false;
        for (uint32_t k = 0; k < features->annotation_count && !defines; k++)
            defines = state->roles[text->annotations[features->first_annotation + k].concept] ==
                      BMA_CONCEPT_DEFINITION;
        if (defines)
            learn(state, text, features);
    }
}

/* What others ask a lexicon. */
#include "language/lexicon.h"

#include "base/memory.h"
#include "document/document.h"
#include "language/lexicon_internal.h"

#include <string.h>

static const char *const ROLE_NAMES[BMA_CONCEPT_ROLE_COUNT] = {
    [BMA_CONCEPT_TOPIC] = "topic",
    [BMA_CONCEPT_DUTY] = "duty",
    [BMA_CONCEPT_WILL] = "will",
    [BMA_CONCEPT_SOFT] = "soft",
    [BMA_CONCEPT_PERMIT] = "permit",
    [BMA_CONCEPT_RIGHT] = "right",
    [BMA_CONCEPT_PROHIBIT] = "prohibit",
    [BMA_CONCEPT_RELEASE] = "release",
    [BMA_CONCEPT_AIM] = "aim",
    [BMA_CONCEPT_DECLARE] = "declare",
    [BMA_CONCEPT_NEGATION] = "negation",
    [BMA_CONCEPT_NOBODY] = "nobody",
    [BMA_CONCEPT_EXCEPTION] = "exception",
    [BMA_CONCEPT_HEDGE] = "hedge",
    [BMA_CONCEPT_CONDITION] = "condition",
    [BMA_CONCEPT_WANTING] = "wanting",
    [BMA_CONCEPT_SUBORDINATE] = "subordinate",
    [BMA_CONCEPT_COMPLEMENT] = "complement",
    [BMA_CONCEPT_CONJUNCTION] = "conjunction",
    [BMA_CONCEPT_AGENT] = "agent",
    [BMA_CONCEPT_PREPOSITION] = "preposition",
    [BMA_CONCEPT_PRONOUN] = "pronoun",
    [BMA_CONCEPT_PASSIVE] = "passive",
    [BMA_CONCEPT_DEFINITION] = "definition",
    [BMA_CONCEPT_ELSEWHERE] = "elsewhere",
    [BMA_CONCEPT_FINAL] = "final",
    [BMA_CONCEPT_DELETES] = "deletes",
    [BMA_CONCEPT_ENACTS] = "enacts",
    [BMA_CONCEPT_DISAPPLIES] = "disapplies",
    [BMA_CONCEPT_UNDOES] = "undoes",
    [BMA_CONCEPT_BURDEN] = "burden",
    [BMA_CONCEPT_RANGE] = "range",
    [BMA_CONCEPT_OTHER_INSTRUMENT] = "other-instrument",
    [BMA_CONCEPT_ASSIGNS] = "assigns",
    [BMA_CONCEPT_TIME] = "time",
    [BMA_CONCEPT_FREQUENCY] = "frequency",
    [BMA_CONCEPT_BODY] = "body",
    [BMA_CONCEPT_PROCEDURE] = "procedure",
    [BMA_CONCEPT_ACTOR_PARTIES] = "actor-parties",
    [BMA_CONCEPT_ACTOR_ORIGIN] = "actor-origin",
    [BMA_CONCEPT_ACTOR_DESTINATION] = "actor-destination",
    [BMA_CONCEPT_ACTOR_EMPLOYER] = "actor-employer",
    [BMA_CONCEPT_ACTOR_WORKER] = "actor-worker",
    [BMA_CONCEPT_ACTOR_AGENCY] = "actor-agency",
    [BMA_CONCEPT_ACTOR_JOINT_BODY] = "actor-joint-body",
    [BMA_CONCEPT_ACTOR_AUTHORITY] = "actor-authority",
    [BMA_CONCEPT_ACTOR_THIRD_PARTY] = "actor-third-party",
    [BMA_CONCEPT_NON_BINDING] = "non-binding",
    [BMA_CONCEPT_NON_BINDING_PARAGRAPH] = "non-binding-paragraph",
    [BMA_CONCEPT_NON_BINDING_DIVISION] = "non-binding-division",
    [BMA_CONCEPT_NON_BINDING_NAMED] = "non-binding-named",
    [BMA_CONCEPT_NON_BINDING_EXCEPT] = "non-binding-except",
    [BMA_CONCEPT_BINDING_NAMED] = "binding-named",
    [BMA_CONCEPT_PARTICIPANTS] = "participants",
    [BMA_CONCEPT_ANNEX_INTEGRAL] = "annex-integral",
    [BMA_CONCEPT_THIS_INSTRUMENT] = "this-instrument",
    [BMA_CONCEPT_DEFINES_WORKER] = "defines-worker",
    [BMA_CONCEPT_DEFINES_EMPLOYER] = "defines-employer",
    [BMA_CONCEPT_DEFINES_AGENCY] = "defines-agency",
    [BMA_CONCEPT_PLACE_ORIGIN] = "place-origin",
    [BMA_CONCEPT_PLACE_DESTINATION] = "place-destination",
    [BMA_CONCEPT_PARTY_ADDRESSED] = "party-addressed",
};

const char *bma_concept_role_name(enum bma_concept_role role)
{
    return ROLE_NAMES[role];
}

static void release_arrays(struct bma_lexicon *lexicon)
{
    bma_chains_release(&lexicon->chains);
    bma_symbols_release(&lexicon->symbols);
    bma_word_table_release(&lexicon->names);
    bma_free(lexicon->concepts);
    bma_free(lexicon->emissions);
    bma_free(lexicon->emission_first);
    bma_free(lexicon->guards);
}

void bma_lexicon_free(struct bma_lexicon *lexicon)
{
    if (lexicon == NULL)
        return;
    if (!lexicon->in_image)
        release_arrays(lexicon);
    bma_arena_release(&lexicon->arena);
    bma_free(lexicon);
}

const struct bma_conventions *bma_lexicon_conventions(const struct bma_lexicon *lexicon)
{
    return &lexicon->conventions;
}

uint32_t bma_lexicon_concept_count(const struct bma_lexicon *lexicon)
{
    return (uint32_t)lexicon->concept_count;
}

const struct bma_concept *bma_lexicon_concept(const struct bma_lexicon *lexicon, uint32_t concept)
{
    return &lexicon->concepts[concept];
}

uint32_t bma_lexicon_find_role(const struct bma_lexicon *lexicon, enum bma_concept_role role)
{
    for (uint32_t i = 0; i < bma_lexicon_concept_count(lexicon); i++) {
        if (bma_lexicon_concept(lexicon, i)->role == role)
            return i;
    }
    return BMA_NONE;
}

uint32_t bma_lexicon_find(const struct bma_lexicon *lexicon, const char *name)
{
    uint32_t number = bma_word_table_find(&lexicon->names, name, strlen(name));
    return number == 0 ? BMA_NONE : number - 1;
}

uint32_t bma_lexicon_stem_count(const struct bma_lexicon *lexicon)
{
    return (uint32_t)lexicon->symbols.stems.word_count;
}

uint32_t bma_lexicon_find_stem(const struct bma_lexicon *lexicon, const char *stem, size_t length)
{
    return bma_word_table_find(&lexicon->symbols.stems, stem, length);
}

const char *bma_lexicon_stem(const struct bma_lexicon *lexicon, uint32_t number)
{
    const struct bma_word_table *stems = &lexicon->symbols.stems;
    return stems->bytes + stems->words[number].offset;
}

uint32_t bma_lexicon_stem_of(const struct bma_lexicon *lexicon, uint32_t symbol)
{
    return lexicon->symbols.elements[symbol][0] / 2;
}

#include "rules/wording.h"

#include "findings/phrases.h"

#include <string.h>

enum { NAMES_MAX = 32, NAME_WORDS = 6 };

static const char joint_body_place[] = "{joint body}", instrument_place[] = "{instrument}";

/* A name and how often it was met. */
struct name {
    struct bma_token_run run;
    uint32_t clause, count;
};

struct names {
    struct name items[NAMES_MAX];
    uint32_t count;
};

static bool same_token(const struct bma_annotated *text, uint32_t a, uint32_t b)
{
    const struct bma_token *left = &text->tokens[a], *right = &text->tokens[b];
    const char *bytes = text->document->text;

    return left->length == right->length &&
           memcmp(bytes + left->start, bytes + right->start, left->length) == 0;
}

static bool same_name(const struct bma_annotated *text, struct bma_token_run a, struct bma_token_run b)
{
    uint32_t i = 0;

    while (i < a.end - a.first && i < b.end - b.first && same_token(text, a.first + i, b.first + i))
        i++;
    return i == a.end - a.first && i == b.end - b.first;
}

/* Beyond the list names are not counted: no draft has so many. */
static void count(const struct bma_annotated *text, struct names *names, struct bma_token_run run)
{
    for (uint32_t i = 0; i < names->count; i++) {
        if (same_name(text, names->items[i].run, run)) {
            names->items[i].count++;
            return;
        }
    }
    if (names->count < NAMES_MAX)
        names->items[names->count++] = (struct name){.run = run, .count = 1};
}

/* A sentence begins with a capital too, which makes no name. */
static bool is_capital(const struct bma_annotated *text, const struct bma_clause_features *clause,
                       uint32_t token)
{
    return token > clause->first_token && token < clause->end_token &&
           (text->tokens[token].flags & BMA_TOKEN_CAPITAL);
}

static bool parted(const struct bma_annotated *text, uint32_t left)
{
    return (text->tokens[left].flags & (BMA_TOKEN_COMMA | BMA_TOKEN_STOP | BMA_TOKEN_CLOSE)) ||
           (text->tokens[left + 1].flags & BMA_TOKEN_OPEN);
}

/* The capitals of an occurrence, which are its last words, with those that stand before them; empty: none. */
static struct bma_token_run name_at(const struct bma_annotated *text, const struct bma_annotation *found)
{
    const struct bma_clause_features *clause = &text->clauses[found->clause];
    struct bma_token_run run = {found->end, found->end};

    while (run.end - run.first < NAME_WORDS && is_capital(text, clause, run.first - 1) &&
           (run.first == run.end || !parted(text, run.first - 1)))
        run.first--;
    return run;
}

/* The name that stands most often where the concept of this role occurs, of at least so many words. */
static struct bma_token_run most_frequent(const struct bma_annotated *text, enum bma_concept_role role,
                                          uint32_t words)
{
    uint32_t concept = bma_lexicon_find_role(text->lexicon, role), best = 0;
    struct names names = {.count = 0};

    if (concept == BMA_NONE)
        return (struct bma_token_run){0, 0};
    for (uint32_t i = text->by_concept_start[concept]; i < text->by_concept_start[concept + 1]; i++) {
        const struct bma_annotation *found = &text->annotations[text->by_concept[i]];
        const struct bma_clause_features *clause = &text->clauses[found->clause];

        if (!clause->elsewhere && !bma_clause_is_cited(clause) &&
            text->document->clauses[found->clause].zone == BMA_ZONE_OPERATIVE) {
            struct bma_token_run run = name_at(text, found);

            if (run.end - run.first >= words)
                count(text, &names, run);
        }
    }
    for (uint32_t i = 1; i < names.count; i++) {
        if (names.items[i].count > names.items[best].count)
            best = i;
    }
    return names.count > 0 ? names.items[best].run : (struct bma_token_run){0, 0};
}

static enum bma_status copy_name(const struct bma_annotated *text, struct bma_token_run run,
                                 struct bma_arena *arena, const char **out, struct bma_error *error)
{
    *out = NULL;
    if (run.first == run.end)
        return BMA_OK;
    const struct bma_token *last = &text->tokens[run.end - 1];
    *out = bma_document_words_kept(
        text->document, (struct bma_span){text->tokens[run.first].start, last->start + last->length}, arena);
    return *out ? BMA_OK : bma_error_memory(error);
}

enum bma_status bma_own_terms_find(const struct bma_annotated *text, struct bma_arena *arena,
                                   struct bma_own_terms *out, struct bma_error *error)
{
    enum bma_status status;

    out->intends = text->non_binding;
    status =
        copy_name(text, most_frequent(text, BMA_CONCEPT_ACTOR_JOINT_BODY, 2), arena, &out->joint_body, error);
    if (status == BMA_OK)
        status = copy_name(text, most_frequent(text, BMA_CONCEPT_THIS_INSTRUMENT, 1), arena, &out->instrument,
                           error);
    return status;
}

static const char *or_usual(const char *own, enum bma_phrase usual)
{
    return own ? own : bma_phrase(usual);
}

static bool is_letter(char byte)
{
    return byte == '-' || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/* Words between two places, with the verb of intention for that of duty where nobody is obliged. */
static void write_words(const char *words, const char *end, bool intends, struct bma_buffer *out)
{
    const char *duty = bma_phrase(BMA_PHRASE_DUTY), *start = words;
    size_t length = strlen(duty);

    for (const char *at = words; intends && (size_t)(end - at) >= length; at++) {
        if (strncmp(at, duty, length) != 0 || (at > start && is_letter(at[-1])) ||
            (at + length < end && is_letter(at[length])))
            continue;
        bma_buffer_add(out, words, (size_t)(at - words));
        bma_buffer_adds(out, bma_phrase(BMA_PHRASE_INTENTION));
        words = at + length;
    }
    bma_buffer_add(out, words, (size_t)(end - words));
}

void bma_wording_write(const char *wording, const struct bma_own_terms *own, struct bma_buffer *out)
{
    static const struct bma_own_terms none = {NULL, NULL, false};

    if (!own)
        own = &none;
    for (const char *place; (place = strchr(wording, '{')) != NULL;) {
        bool body = strncmp(place, joint_body_place, sizeof joint_body_place - 1) == 0;

        write_words(wording, place, own->intends, out);
        bma_buffer_adds(out, body ? or_usual(own->joint_body, BMA_PHRASE_JOINT_BODY)
                                  : or_usual(own->instrument, BMA_PHRASE_INSTRUMENT));
        wording = place + (body ? sizeof joint_body_place : sizeof instrument_place) - 1;
    }
    write_words(wording, wording + strlen(wording), own->intends, out);
}

const char *bma_wording_make(const char *wording, const struct bma_own_terms *own, struct bma_arena *arena)
{
    struct bma_buffer made;
    const char *copy = NULL;

    if (strchr(wording, '{') == NULL && !(own && own->intends))
        return wording;
    bma_buffer_init(&made);
    bma_wording_write(wording, own, &made);
    if (!made.failed)
        copy = bma_arena_strndup(arena, made.bytes, made.length);
    bma_buffer_release(&made);
    return copy;
}

const char *bma_wording_fault(const char *wording)
{
    for (; (wording = strchr(wording, '{')) != NULL; wording++) {
        if (strncmp(wording, joint_body_place, sizeof joint_body_place - 1) != 0 &&
            strncmp(wording, instrument_place, sizeof instrument_place - 1) != 0)
            return wording;
    }
    return NULL;
}

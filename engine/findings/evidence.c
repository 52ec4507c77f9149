#include "findings/evidence.h"

#include "base/buffer.h"
#include "findings/phrases.h"

#include <string.h>

static const char *citation_of(const struct bma_document *document, uint32_t clause)
{
    const char *citation = document->nodes[document->clauses[clause].node].citation;

    return citation ? citation : "";
}

/* NULL when memory is out, or was. */
static const char *copy(struct bma_arena *arena, const struct bma_buffer *bytes)
{
    return bytes->failed ? NULL
                         : bma_arena_strndup(arena, bytes->length > 0 ? bytes->bytes : "", bytes->length);
}

static bool same(const struct bma_buffer *a, const struct bma_buffer *b)
{
    return a->length == b->length && (a->length == 0 || memcmp(a->bytes, b->bytes, a->length) == 0);
}

enum bma_status bma_evidence_from_clause(const struct bma_document *document, uint32_t clause,
                                         enum bma_evidence_role role, int level, struct bma_arena *arena,
                                         struct bma_evidence *out, struct bma_error *error)
{
    struct bma_span span = document->clauses[clause].span, source = bma_document_source(document, span);
    struct bma_buffer quote, words;

    bma_buffer_init(&quote);
    bma_buffer_init(&words);
    bma_document_quote(document, source, &quote);
    bma_document_words(document, span, &words);
    *out = (struct bma_evidence){.voice = BMA_VOICE_TEXT, .role = role, .level = level, .source = source};
    out->clause = clause;
    out->citation = citation_of(document, clause);
    out->quote = copy(arena, &quote);
    out->words = same(&quote, &words) ? out->quote : copy(arena, &words);
    bma_buffer_release(&quote);
    bma_buffer_release(&words);
    bma_document_position(document, source.start, &out->line, &out->column);
    return out->quote && out->words ? BMA_OK : bma_error_memory(error);
}

enum bma_status bma_evidence_from_fact(const char *key, const char *value, uint32_t line,
                                       struct bma_arena *arena, struct bma_evidence *out,
                                       struct bma_error *error)
{
    *out = (struct bma_evidence){.voice = BMA_VOICE_DOSSIER, .role = BMA_EVIDENCE_SUPPORTS};
    out->level = BMA_LEVEL_SOFT;
    out->line = line;
    out->clause = BMA_NONE;
    out->citation = bma_phrase(BMA_PHRASE_DOSSIER);
    out->quote = out->words = bma_arena_printf(arena, "%s: %s", key, value);
    return out->quote ? BMA_OK : bma_error_memory(error);
}

const struct bma_evidence *bma_evidence_first(const struct bma_finding *finding, enum bma_evidence_role role)
{
    for (uint32_t i = 0; i < finding->evidence_count; i++) {
        if (finding->evidence[i].role == role)
            return &finding->evidence[i];
    }
    return NULL;
}

const struct bma_evidence *bma_evidence_leading(const struct bma_finding *finding)
{
    static const enum bma_evidence_role carriers[] = {BMA_EVIDENCE_SUPPORTS, BMA_EVIDENCE_OPERATES,
                                                      BMA_EVIDENCE_WEAKER};
    const struct bma_evidence *leading =
        finding->contradicted ? bma_evidence_first(finding, BMA_EVIDENCE_CONTRADICTS) : NULL;

    for (size_t i = 0; !leading && i < sizeof carriers / sizeof *carriers; i++)
        leading = bma_evidence_first(finding, carriers[i]);
    return leading;
}

const struct bma_evidence *bma_evidence_telling(const struct bma_finding *finding)
{
    const struct bma_evidence *leading = bma_evidence_leading(finding);

    return leading ? leading : bma_evidence_first(finding, BMA_EVIDENCE_NEAREST);
}

bool bma_more_direct(const struct bma_candidate *a, const struct bma_candidate *b)
{
    if ((a->alike >= BMA_ALIKE) != (b->alike >= BMA_ALIKE))
        return a->alike > b->alike;
    if (a->answers != b->answers)
        return a->answers > b->answers;
    if (a->company != b->company)
        return a->company > b->company;
    if (a->alike != b->alike)
        return a->alike > b->alike;
    return a->query < b->query;
}

static bool is_space(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

/* Walks quote and source side by side, independently of the code that made the quote. */
static bool same_words(const char *quote, const char *source, const char *end)
{
    while (*quote && source < end) {
        if (*quote == ' ' && is_space(*source)) {
            while (source < end && is_space(*source))
                source++;
            quote++;
        } else if (*quote++ != *source++) {
            return false;
        }
    }
    while (source < end && is_space(*source))
        source++;
    return *quote == '\0' && source == end;
}

bool bma_evidence_true(const struct bma_document *document, const struct bma_evidence *evidence)
{
    uint32_t line = 0, column = 0;

    if (evidence->voice != BMA_VOICE_TEXT)
        return true;
    if (evidence->source.start > evidence->source.end || evidence->source.end > document->source_length)
        return false;
    bma_document_position(document, evidence->source.start, &line, &column);
    return line == evidence->line && column == evidence->column &&
           same_words(evidence->quote, document->source + evidence->source.start,
                      document->source + evidence->source.end);
}

bool bma_finding_verify(const struct bma_document *document, struct bma_finding *finding)
{
    for (uint32_t i = 0; i < finding->evidence_count; i++) {
        if (bma_evidence_true(document, &finding->evidence[i]))
            continue;
        finding->status = BMA_FINDING_ERROR;
        finding->level = BMA_LEVEL_ABSENT;
        finding->contradicted = finding->likely = finding->doubtful = false;
        finding->evidence_count = 0;
        finding->error = bma_phrase(BMA_PHRASE_QUOTE_DIFFERS);
        finding->reason = finding->error;
        return false;
    }
    return true;
}

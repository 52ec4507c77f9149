#include "findings/evidence.h"

#include "base/buffer.h"
#include "findings/phrases.h"

#include <string.h>

enum { DEEPEST_LEAD_IN = 4, LONGEST_LEAD_IN = 200 /* bytes */ };

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

static bool ends_with(const struct bma_document *document, struct bma_span span, const char *sign)
{
    size_t length = strlen(sign);

    return span.end - span.start >= length && memcmp(document->text + span.end - length, sign, length) == 0;
}

/* Whether the clause opens its list: with a colon, a comma or a dash at its end, or as the head of columns.
 */
static bool opens_list(const struct bma_document *document, uint32_t clause)
{
    static const char *const signs[] = {":", ",", "-", "\xe2\x80\x93", "\xe2\x80\x94"};
    const struct bma_clause *at = &document->clauses[clause];
    struct bma_span span = at->span;
    bool found = at->is_row;

    while (span.end > span.start && document->text[span.end - 1] == ' ')
        span.end--;
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
        found = found || ends_with(document, span, signs[i]);
    return found;
}

/* The lead-ins of an item, the outermost first; of a long one its end, which governs the list. */
static void add_lead_ins(const struct bma_document *document, uint32_t clause, unsigned depth,
                         struct bma_buffer *out)
{
    const struct bma_clause *item = &document->clauses[clause];
    struct bma_buffer words;
    size_t skipped = 0;

    if (!item->is_item || item->lead_in >= clause || depth == DEEPEST_LEAD_IN ||
        !opens_list(document, item->lead_in))
        return;
    add_lead_ins(document, item->lead_in, depth + 1, out);
    bma_buffer_init(&words);
    bma_document_words(document, document->clauses[item->lead_in].span, &words);
    if (words.length > LONGEST_LEAD_IN)
        for (skipped = words.length - LONGEST_LEAD_IN; skipped < words.length && words.bytes[skipped] != ' ';)
            skipped++;
    bma_buffer_adds(out, skipped > 0 ? "\xe2\x80\xa6" : "");
    if (words.length > 0)
        bma_buffer_add(out, words.bytes + skipped, words.length - skipped);
    out->failed |= words.failed;
    bma_buffer_release(&words);
    bma_buffer_adds(out, clause == item->lead_in + 1 ? " " : " \xe2\x80\xa6 ");
}

/* What a person reads, with what the item hangs on before it. */
static enum bma_status add_words(const struct bma_document *document, uint32_t clause,
                                 struct bma_arena *arena, struct bma_evidence *out, struct bma_error *error)
{
    struct bma_buffer words;
    size_t lead;

    bma_buffer_init(&words);
    add_lead_ins(document, clause, 0, &words);
    lead = words.length;
    bma_document_words(document, document->clauses[clause].span, &words);
    out->words = copy(arena, &words);
    if (out->words && lead > 0)
        out->lead_in = bma_arena_strndup(arena, out->words, lead);
    bma_buffer_release(&words);
    return out->words && (lead == 0 || out->lead_in) ? BMA_OK : bma_error_memory(error);
}

enum bma_status bma_evidence_from_clause(const struct bma_document *document, uint32_t clause,
                                         enum bma_evidence_role role, int level, struct bma_arena *arena,
                                         struct bma_evidence *out, struct bma_error *error)
{
    struct bma_span span = document->clauses[clause].span, source = bma_document_source(document, span);
    struct bma_buffer quote;

    bma_buffer_init(&quote);
    bma_document_quote(document, source, &quote);
    *out = (struct bma_evidence){.voice = BMA_VOICE_TEXT, .role = role, .level = level, .source = source};
    out->clause = clause;
    out->citation = citation_of(document, clause);
    out->quote = copy(arena, &quote);
    bma_buffer_release(&quote);
    bma_document_position(document, source.start, &out->line, &out->column);
    return out->quote ? add_words(document, clause, arena, out, error) : bma_error_memory(error);
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

/* In hundredths of log odds, as likeness counts: what one more answer, or one more clause that answers, is
 * worth beside being worded like others of the kind. */
enum { WORTH_OF_ANSWER = 150, WORTH_OF_COMPANY = 100 };

static int directness(const struct bma_candidate *candidate)
{
    return candidate->alike + WORTH_OF_ANSWER * (int)candidate->answers +
           WORTH_OF_COMPANY * (int)candidate->company;
}

bool bma_more_direct(const struct bma_candidate *a, const struct bma_candidate *b)
{
    int first = directness(a), second = directness(b);

    return first != second ? first > second : a->query < b->query;
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

/* CX-1: references to articles, paragraphs, annexes and headings that the draft does not have. */
#include "rules/coherence_parts.h"

#include "findings/phrases.h"

#include <ctype.h>
#include <string.h>

static bool counts(const struct bma_coherence_run *run, uint32_t clause)
{
    enum bma_zone zone = run->text->document->clauses[clause].zone;

    return zone != BMA_ZONE_TITLE && zone != BMA_ZONE_HEADING && zone != BMA_ZONE_REPEATED &&
           !run->text->clauses[clause].quoted;
}

static enum bma_status report(struct bma_coherence_run *run, uint32_t clause, struct bma_span span,
                              enum bma_phrase phrase, struct bma_error *error)
{
    struct bma_sides sides = {.clauses = {clause}, .count = 1};
    const char *words = bma_coherence_words(run, span);

    if (!words)
        return bma_error_memory(error);
    return bma_coherence_add(
        run, "CX-1",
        bma_arena_printf(run->arena, bma_phrase(phrase), bma_coherence_place(run, clause), words), &sides,
        error);
}

/* The first number in digits of a span, or 0. */
static uint32_t number_in(const struct bma_document *document, struct bma_span span)
{
    uint32_t value = 0, at = span.start;

    while (at < span.end && !isdigit((unsigned char)document->text[at]))
        at++;
    for (; at < span.end && isdigit((unsigned char)document->text[at]) && value < 10000; at++)
        value = value * 10 + (uint32_t)(document->text[at] - '0');
    return value;
}

static uint32_t children_of(const struct bma_document *document, uint32_t node)
{
    uint32_t count = 0;

    for (uint32_t child = document->nodes[node].first_child; child != BMA_NONE;
         child = document->nodes[child].next)
        count++;
    return count;
}

/*
 * Where paragraphs carry no numbers, a paragraph's number is taken for its article.  That holds as far
 * as the article has paragraphs; beyond, nothing is there.
 */
static bool beyond(const struct bma_document *document, const struct bma_reference *reference)
{
    const struct bma_node *target = &document->nodes[reference->target];
    uint32_t number = number_in(document, reference->span);

    return reference->kind == BMA_NODE_PARAGRAPH && target->kind == BMA_NODE_ARTICLE && number > 0 &&
           strchr(target->number, '.') == NULL /* "2.1" was found as a whole */ &&
           target->ordinal != number && children_of(document, reference->target) < number;
}

/* Letters list points by letter: "(e)", "paragraph (e) of your letter" are theirs, in whichever letter. */
static bool is_point(const struct bma_document *document, const struct bma_reference *reference)
{
    const char *at =
        memchr(document->text + reference->span.start, '(', reference->span.end - reference->span.start);

    for (uint32_t i = 0; at && i < document->node_count; i++) {
        const struct bma_node *node = &document->nodes[i];
        size_t length = strlen(node->number);

        if (length > 0 && strncmp(node->number, at + 1, length) == 0 && at[length + 1] == ')' &&
            bma_document_enclosing(document, i, BMA_NODE_LETTER) != BMA_NONE)
            return true;
    }
    return false;
}

enum { LIST_REACH = 8 * 1024 }; /* bytes of text from a list to what refers to it */

/* "(iii)" of a list within a sentence is no division, and stands a little before. */
static bool is_listed(const struct bma_document *document, const struct bma_reference *reference)
{
    size_t length = reference->span.end - reference->span.start;
    const char *words = document->text + reference->span.start;

    if (reference->kind != BMA_NODE_ITEM || length < 3 || words[0] != '(' || words[length - 1] != ')')
        return false;
    for (uint32_t at = reference->span.start > LIST_REACH ? reference->span.start - LIST_REACH : 0;
         at + length <= reference->span.start; at++) {
        if (document->text[at] == '(' && memcmp(document->text + at, words, length) == 0)
            return true;
    }
    return false;
}

static bool is_dangling(const struct bma_coherence_run *run, const struct bma_reference *reference)
{
    const struct bma_document *document = run->text->document;

    if (reference->external || !counts(run, reference->clause))
        return false;
    if (reference->target != BMA_NONE)
        return beyond(document, reference);
    return reference->kind == BMA_NODE_ANNEX ||
           (!is_point(document, reference) && !is_listed(document, reference));
}

/* "Article 31 § 4" is one fault: its parts touch and miss together. */
static uint32_t whole_of(const struct bma_annotated *text, uint32_t first)
{
    uint32_t last = first;

    while (last + 1 < text->reference_count) {
        const struct bma_reference *next = &text->references[last + 1];
        const struct bma_reference *here = &text->references[last];

        if (next->clause != here->clause || next->target != BMA_NONE || next->external ||
            next->kind == here->kind || next->span.start > here->span.end + 2 ||
            next->span.start < here->span.end)
            break;
        last++;
    }
    return last;
}

/* Of an amending text the title says so: most articles that it speaks of are those of the text that it
 * changes. */
static bool amends_another(const struct bma_annotated *text)
{
    uint32_t concept = bma_lexicon_find(text->lexicon, "amending_title");

    for (uint32_t i = 0; concept != BMA_NONE && i < text->document->clause_count; i++) {
        if (text->document->clauses[i].zone == BMA_ZONE_TITLE && bma_clause_has(text, i, concept, NULL))
            return true;
    }
    return false;
}

static enum bma_status check_numbers(struct bma_coherence_run *run, struct bma_error *error)
{
    const struct bma_annotated *text = run->text;
    enum bma_status status = BMA_OK;

    for (uint32_t i = 0; status == BMA_OK && i < text->reference_count; i++) {
        const struct bma_reference *reference = &text->references[i];
        struct bma_span span = reference->span;

        if (!is_dangling(run, reference))
            continue;
        i = whole_of(text, i);
        span.end = text->references[i].span.end;
        status = report(run, reference->clause, span, BMA_PHRASE_DANGLING, error);
    }
    return status;
}

static bool heading_exists(const struct bma_document *document, struct bma_span span)
{
    for (uint32_t i = 0; i < document->node_count; i++) {
        uint32_t heading = document->nodes[i].heading;

        if (heading != BMA_NONE && bma_document_says(document, document->clauses[heading].span,
                                                     document->text + span.start, span.end - span.start))
            return true;
    }
    return false;
}

static bool in_capitals(const struct bma_document *document, const struct bma_token *token)
{
    for (uint32_t i = 0; i < token->length; i++) {
        if (islower((unsigned char)document->text[token->start + i]))
            return false;
    }
    return token->length > 1 && (token->flags & BMA_TOKEN_CAPITAL) != 0;
}

/* The run of words in capitals after a word for "heading"; small words between them are part of it. */
static struct bma_span heading_named(const struct bma_annotated *text, uint32_t token, uint32_t end)
{
    struct bma_span span = {0, 0};

    for (; token < end && in_capitals(text->document, &text->tokens[token]); token++) {
        const struct bma_token *word = &text->tokens[token];

        span.start = span.end == 0 ? word->start : span.start;
        span.end = word->start + word->length;
        if (word->flags & (BMA_TOKEN_COMMA | BMA_TOKEN_STOP))
            break;
    }
    return span;
}

static enum bma_status check_headings(struct bma_coherence_run *run, struct bma_error *error)
{
    const struct bma_annotated *text = run->text;
    uint32_t concept = bma_lexicon_find(text->lexicon, "heading_word");
    enum bma_status status = BMA_OK;
    uint32_t end = concept != BMA_NONE ? text->by_concept_start[concept + 1] : 0;

    for (uint32_t i = concept != BMA_NONE ? text->by_concept_start[concept] : 0; status == BMA_OK && i < end;
         i++) {
        const struct bma_annotation *found = &text->annotations[text->by_concept[i]];
        struct bma_span span = heading_named(text, found->end, text->clauses[found->clause].end_token);

        if (span.end > 0 && counts(run, found->clause) && !heading_exists(text->document, span))
            status = report(run, found->clause, span, BMA_PHRASE_DANGLING_HEADING, error);
    }
    return status;
}

enum bma_status bma_coherence_references(struct bma_coherence_run *run, struct bma_error *error)
{
    enum bma_status status = amends_another(run->text) ? BMA_OK : check_numbers(run, error);

    return status == BMA_OK ? check_headings(run, error) : status;
}

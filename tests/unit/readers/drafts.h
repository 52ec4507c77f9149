/* Small drafts for the tests of readers: conventions built by hand, and a draft read and dumped at once. */
#ifndef BMA_TESTS_READERS_DRAFTS_H
#define BMA_TESTS_READERS_DRAFTS_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "document/dump.h"
#include "readers/reader.h"

#include <string.h>

#define WORDS(...)                                                                                           \
    {                                                                                                        \
        (const char *const[]){__VA_ARGS__},                                                                  \
            sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *), 0                             \
    }

static const struct bma_conventions test_words = {
    .language = "en",
    .part = WORDS("part", "chapter", "title", "section"),
    .article = WORDS("article", "art", "section", "paragraph"),
    .paragraph = WORDS("paragraph", "section"),
    .annex = WORDS("annex", "schedule", "protocol", "additional protocol", "model contract"),
    .instrument = {.protocol = WORDS("protocol")},
    .preamble_end = WORDS("have agreed as follows"),
    .recital = WORDS("recognising", "considering", "whereas"),
    .closing = WORDS("done at", "in witness whereof", "(signed)"),
    .letter_opening = WORDS("excellency", "sir", "i have the honour"),
    .letter_closing = WORDS("accept", "his excellency"),
    .note_opening = WORDS("presents its compliments"),
    .note_closing = WORDS("avails itself of this occasion"),
    .reply = WORDS("acknowledge receipt"),
    .abbreviations = WORDS("no", "art", "i.e", "dr"),
    .counted = WORDS("one", "two", "three"),
    .ranked = WORDS("first", "second", "third"),
    .number_sign = WORDS("no"),
    .contents = WORDS("contents", "arrangement of clauses"),
    .remark = WORDS("comment", "drafting note"),
    .remark_bracketed = WORDS("note"),
    .preamble = WORDS("preamble", "background", "reciting"),
    .point = WORDS("point"),
    .letter = WORDS("letter"),
    .leads_on = WORDS("the", "of", "which"),
    .unnumbered = WORDS("preamble", "general provisions"),
};

static inline struct bma_conventions test_conventions(void)
{
    return test_words;
}

static inline struct bma_document *read_draft(const char *name, const char *bytes)
{
    struct bma_conventions conventions = test_conventions();
    struct bma_document *document = NULL;
    struct bma_error error;

    assert_int_equal(bma_read_document(name, bytes, strlen(bytes), &conventions, &document, &error), BMA_OK);
    return document;
}

struct draft_case {
    const char *name, *draft, *tree;
};

static inline void check_draft(const struct draft_case *one, const char *file)
{
    struct bma_document *document = read_draft(file, one->draft);
    struct bma_buffer dump;

    bma_buffer_init(&dump);
    bma_document_dump(document, &dump);
    if (strcmp(dump.bytes, one->tree) != 0)
        print_message("%s\n", one->name);
    assert_string_equal(dump.bytes, one->tree);
    bma_buffer_release(&dump);
    bma_document_free(document);
}

#endif

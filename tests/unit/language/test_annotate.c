/* Words, phrases, gaps and senses: what is found where, one clause per case. */
#include "lexicon_folder.h"

#include "language/annotator.h"

/* One concept `c` with these lines under it; marked text shows each occurrence in <>. */
static const struct {
    const char *concept, *marked;
} cases[] = {
    /* inflection, case, exact words */
    {"phrases: [worker]", "<Workers> work for the <WORKER>"},
    {"phrases: [=worker]", "Workers and a <worker>"},
    {"phrases: [=Workers rights]", "worker rights, <workers' right>"},
    {"phrases: [worker, =workers]", "a <worker>, two <workers>"},
    {"phrases: [ÉTAT]", "un <état>, des <États>"},
    /* alternatives and optional words */
    {"phrases: [(trade|labour) (union|club)]", "a <trade union>, a <labour club>, a club union"},
    {"phrases: ['union of [the] workers']",
     "<union of workers>, <union of the workers>, union of all workers"},
    {"phrases: ['(a big|small|) house [by the (sea|lake)]']",
     "<a big house by the sea>, a <house> by the, <house by the lake>"},
    {"phrases: ['pay [, if any,] wages']", "<pay wages> and <pay, if any, wages>"},
    /* gaps */
    {"phrases: [represent ~3 workers]", "<represent workers>, <represent one of workers>"},
    {"phrases: [represent ~3 workers]", "<represent a b c workers>"},
    {"phrases: [represent ~3 workers]", "represent a b c d workers"},
    {"phrases: [a ~2 b ~2 c]", "<a x x b x x c>"},
    {"phrases: [a ~2 b ~2 c]", "a x x x b <a b c>"},
    {"phrases: [a ~2 b ~2 c]", "<a b x b x x c>"},
    {"phrases: [a ~1 a]", "<a a a> x a"},
    {"phrases: [a ~1 a]", "<a x a> y b <a a>"},
    {"phrases: ['a ~2 [b] ~2 c']", "<a x x x x c>"},
    {"phrases: ['(a|b x) ~2 (c|d) ~1 e']", "<b x y c y e>, <a d e>, b c e"},
    {"phrases: [a b ~4 c, b x c]", "<a b x c>"},
    /* numbers */
    {"phrases: ['# days']", "within <thirty days>, <30 days>, <thirty (30) days>, some days"},
    {"phrases: ['within # days']", "<within two hundred days> after"},
    {"phrases: ['article #']", "<Article 30>, <article 7> bis"},
    {"phrases: [=two parties]", "<two parties>, three parties, 2 parties"},
    {"phrases: ['97']", "No. <97>, 970, 1997"},
    {"phrases: ['# ~2 #']", "<two of three>"},
    /* spelling */
    {"phrases: [labor office]", "<labour office>, <labor offices>"},
    {"phrases: [programmes]", "<program>, <programmes>, <programs>"},
    {"phrases: [=labour]", "<labor>, <labour>, labours"},
    /* words and what joins them */
    {"phrases: [pre-departure]", "<pre-departure>, <pre departure>, predeparture"},
    {"phrases: [worker's wages]",
     "<worker's wages>, <worker wages>, <workers\xe2\x80\x99 wages>, <worker\xe2\x80\x99s wage>"},
    {"phrases: [workers]", "\xe2\x80\x9c<Workers>\xe2\x80\x9d, (<workers>), <workers>\xe2\x80\x94<workers>"},
    {"phrases: [internationalisation of administrations]", "<internationalisation of administration> today"},
    /* longest, and other senses */
    {"phrases: [worker, migrant worker, worker family]", "<migrant worker>, <worker>"},
    {"phrases: [a b, b c d, d e]", "a <b c d> e <a b>"},
    {"phrases: [union]\n    not: [customs union]", "<union>, customs union, <union>"},
    {"phrases: [union ~5 workers]\n    not: [customs union]", "customs union, <union of workers>"},
    {"phrases: [labour law, law of work]\n    not: [law ~2 trade]", "labour law of all trade, <law of work>"},
};

/* The text without its marks. */
static void unmark(const char *marked, char *plain)
{
    for (; *marked != '\0'; marked++)
        if (*marked != '<' && *marked != '>')
            *plain++ = *marked;
    *plain = '\0';
}

/* Puts the marks of annotations of `concept` into the text of clause 0. */
static void mark(const struct bma_annotated *text, uint32_t concept, char *out)
{
    const char *from = text->document->text;
    uint32_t at = 0;
    for (uint32_t i = 0; i < text->annotation_count; i++) {
        const struct bma_annotation *found = &text->annotations[i];
        if (found->concept != concept)
            continue;
        const struct bma_token *first = &text->tokens[found->first], *last = &text->tokens[found->end - 1];
        uint32_t end = last->start + last->length;
        out += sprintf(out, "%.*s<%.*s>", (int)(first->start - at), from + at, (int)(end - first->start),
                       from + first->start);
        at = end;
    }
    (void)sprintf(out, "%s", from + at);
}

static void annotate(const struct bma_lexicon *lexicon, const struct bma_document *document,
                     struct bma_arena *arena, struct bma_annotated *out)
{
    struct bma_annotator *annotator = NULL;
    struct bma_error error;
    assert_int_equal(bma_annotator_new(lexicon, &annotator, &error), BMA_OK);
    assert_int_equal(bma_scan_only(annotator, document, arena, out, &error), BMA_OK);
    bma_annotator_free(annotator);
}

static void phrases_in_clauses(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char yaml[512], plain[512], marked[1024];
        (void)snprintf(yaml, sizeof yaml, "language: en\nconcepts:\n  c:\n    %s\n", cases[i].concept);
        unmark(cases[i].marked, plain);
        struct bma_lexicon *lexicon = make_lexicon(yaml);
        struct bma_document document = make_document(plain);
        struct bma_arena arena;
        struct bma_annotated text;
        bma_arena_init(&arena);
        annotate(lexicon, &document, &arena, &text);
        mark(&text, 0, marked);
        if (strcmp(marked, cases[i].marked) != 0)
            fail_msg("%s\n  wanted %s\n  found  %s", cases[i].concept, cases[i].marked, marked);
        bma_arena_release(&arena);
        release_document(&document);
        bma_lexicon_free(lexicon);
    }
}

static const char SENSES[] = "language: en\n"
                             "concepts:\n"
                             "  union: {phrases: [union, association], not: [customs union]}\n"
                             "  body: {phrases: [council], include: [union], not: [old association]}\n"
                             "  any_body: {include: [body]}\n"
                             "  customs: {phrases: [customs union]}\n";

static void expect_marked(const struct bma_annotated *text, const char *concept, const char *wanted)
{
    char marked[1024];
    mark(text, bma_lexicon_find(text->lexicon, concept), marked);
    assert_string_equal(marked, wanted);
}

static void concepts_that_include_others(void **state)
{
    (void)state;
    struct bma_lexicon *lexicon = make_lexicon(SENSES);
    struct bma_document document = make_document("union, customs union, old association, council");
    struct bma_arena arena;
    struct bma_annotated text;
    bma_arena_init(&arena);
    annotate(lexicon, &document, &arena, &text);
    expect_marked(&text, "union", "<union>, customs union, old <association>, council");
    expect_marked(&text, "body", "<union>, customs union, old association, <council>");
    expect_marked(&text, "any_body", "<union>, customs union, old association, <council>");
    expect_marked(&text, "customs", "union, <customs union>, old association, council");
    bma_arena_release(&arena);
    release_document(&document);
    bma_lexicon_free(lexicon);
}

static void clauses_and_their_index(void **state)
{
    (void)state;
    struct bma_lexicon *lexicon = make_lexicon(SENSES);
    struct bma_document document =
        make_document("the council\na customs\nunion of the customs union\n\nno union");
    struct bma_arena arena;
    struct bma_annotated text;
    bma_arena_init(&arena);
    annotate(lexicon, &document, &arena, &text);
    uint32_t customs = bma_lexicon_find(lexicon, "customs"), found = 0;
    assert_false(bma_clause_has(&text, 1, customs, NULL)); /* not across the end of a clause */
    assert_true(bma_clause_has(&text, 2, customs, &found));
    assert_int_equal(text.annotations[found].concept, customs);
    assert_int_equal(text.annotations[found].clause, 2);
    for (uint32_t i = 1; i < text.annotation_count; i++) {
        const struct bma_annotation *a = &text.annotations[i - 1], *b = &text.annotations[i];
        assert_true(a->clause < b->clause || (a->clause == b->clause && a->first <= b->first));
    }
    for (uint32_t c = 0; c < bma_lexicon_concept_count(lexicon); c++)
        for (uint32_t i = text.by_concept_start[c]; i < text.by_concept_start[c + 1]; i++)
            assert_int_equal(text.annotations[text.by_concept[i]].concept, c);
    assert_int_equal(text.by_concept_start[bma_lexicon_concept_count(lexicon)], text.annotation_count);
    bma_arena_release(&arena);
    release_document(&document);
    bma_lexicon_free(lexicon);
}

/* Letters name what a token should carry: , ; ( ) C(apital) #(number) "(quoted). */
static void flags_of_tokens(void **state)
{
    (void)state;
    static const struct {
        const char *text, *flags;
    } flagged[] = {
        {"One, two; three", "C,|;|"},
        {"(see) [it]", "()|()"},
        {"1,000 men at 12:30", "#|#||"
                               "|#|#"},
        {"No. 97 ends.", "C|#|;"},
        {"he said \"Go now\" again", "||C\"|\"|"},
        {"\xe2\x80\x9cGo\xe2\x80\x9d and \xc2\xabstay\xc2\xbb", "C\"||\""},
        {"a - b \xe2\x80\x93 c-d \xe2\x80\x94 e", ";|;||;|"},
        {"\xc3\x89tat", "C"},
    };
    struct bma_lexicon *lexicon = make_lexicon(SENSES);
    for (size_t i = 0; i < sizeof flagged / sizeof flagged[0]; i++) {
        struct bma_document document = make_document(flagged[i].text);
        struct bma_arena arena;
        struct bma_annotated text;
        char found[128], *out = found;
        bma_arena_init(&arena);
        annotate(lexicon, &document, &arena, &text);
        for (uint32_t t = 0; t < text.token_count; t++) {
            static const struct {
                unsigned flag;
                char letter;
            } letters[] = {{BMA_TOKEN_OPEN, '('},   {BMA_TOKEN_CAPITAL, 'C'}, {BMA_TOKEN_NUMBER, '#'},
                           {BMA_TOKEN_QUOTED, '"'}, {BMA_TOKEN_COMMA, ','},   {BMA_TOKEN_STOP, ';'},
                           {BMA_TOKEN_CLOSE, ')'}};
            if (t > 0)
                *out++ = '|';
            for (size_t l = 0; l < sizeof letters / sizeof letters[0]; l++)
                if ((text.tokens[t].flags & letters[l].flag) != 0)
                    *out++ = letters[l].letter;
        }
        *out = '\0';
        if (strcmp(found, flagged[i].flags) != 0)
            fail_msg("%s: wanted %s, found %s", flagged[i].text, flagged[i].flags, found);
        bma_arena_release(&arena);
        release_document(&document);
    }
    bma_lexicon_free(lexicon);
}

static void documents_do_not_change_each_other(void **state)
{
    (void)state;
    struct bma_lexicon *lexicon =
        make_lexicon("language: en\nconcepts:\n  a: {phrases: [=workers ~3 rights, worker]}\n"
                     "  b: {phrases: ['# worker', right]}\n");
    struct bma_document first =
        make_document("worker working two rights 2\nworkers' \xe2\x80\x9crighted two");
    struct bma_document second = make_document("Two workers with rights\nrights of 2 workers");
    struct bma_arena arena;
    struct bma_annotated alone, after;
    struct bma_annotator *annotator = NULL;
    struct bma_error error;
    bma_arena_init(&arena);
    annotate(lexicon, &second, &arena, &alone);
    assert_int_equal(bma_annotator_new(lexicon, &annotator, &error), BMA_OK);
    assert_int_equal(bma_scan_only(annotator, &first, &arena, &after, &error), BMA_OK);
    assert_int_equal(bma_scan_only(annotator, &second, &arena, &after, &error), BMA_OK);
    assert_int_equal(after.token_count, alone.token_count);
    assert_memory_equal(after.tokens, alone.tokens, alone.token_count * sizeof *alone.tokens);
    assert_int_equal(after.annotation_count, alone.annotation_count);
    assert_memory_equal(after.annotations, alone.annotations,
                        alone.annotation_count * sizeof *alone.annotations);
    bma_annotator_free(annotator);
    bma_arena_release(&arena);
    release_document(&first);
    release_document(&second);
    bma_lexicon_free(lexicon);
}

/* More distinct words than the tables hold: they are emptied, and what is found stays the same. */
static void more_words_than_are_remembered(void **state)
{
    (void)state;
    enum { COUNT = 60000, LINE = 40 };
    char *lines = bma_malloc((size_t)COUNT * LINE + 1), *out = lines;
    assert_non_null(lines);
    for (unsigned i = 0; i < COUNT; i++)
        out += sprintf(out,
                       "w%ux union \xc3\xa9"
                       "%u\n",
                       i, i % 20000);
    struct bma_lexicon *lexicon = make_lexicon(SENSES);
    struct bma_document document = make_document(lines);
    struct bma_arena arena;
    struct bma_annotated text;
    bma_arena_init(&arena);
    annotate(lexicon, &document, &arena, &text);
    assert_int_equal(text.token_count, COUNT * 3);
    assert_int_equal(text.annotation_count, COUNT * 3); /* union, body, any_body */
    bma_arena_release(&arena);
    release_document(&document);
    bma_lexicon_free(lexicon);
    bma_free(lines);
}

static void memory_that_runs_out(void **state)
{
    (void)state;
    struct bma_lexicon *lexicon =
        make_lexicon("language: en\nconcepts:\n"
                     "  a: {phrases: [worker ~3 right ~2 duty], not: [old worker]}\n");
    struct bma_document document =
        make_document("workers have \xe2\x80\x9crights\xe2\x80\x9d, duty\nold worker");
    for (size_t nth = 1;; nth++) {
        struct bma_annotator *annotator = NULL;
        struct bma_arena arena;
        struct bma_annotated text;
        struct bma_error error;
        bma_arena_init(&arena);
        bma_memory_fail_at(nth);
        enum bma_status status = bma_annotator_new(lexicon, &annotator, &error);
        if (status == BMA_OK)
            status = bma_annotate(annotator, &document, &arena, &text, &error);
        size_t asked = bma_memory_count();
        bma_memory_fail_at(0);
        if (status == BMA_OK)
            assert_int_equal(text.annotation_count, 1);
        else
            assert_int_equal(status, BMA_ERROR_MEMORY);
        bma_annotator_free(annotator);
        bma_arena_release(&arena);
        if (status == BMA_OK && asked < nth)
            break;
    }
    release_document(&document);
    bma_lexicon_free(lexicon);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(phrases_in_clauses),
        cmocka_unit_test(concepts_that_include_others),
        cmocka_unit_test(clauses_and_their_index),
        cmocka_unit_test(flags_of_tokens),
        cmocka_unit_test(documents_do_not_change_each_other),
        cmocka_unit_test(more_words_than_are_remembered),
        cmocka_unit_test(memory_that_runs_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

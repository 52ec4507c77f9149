/* Voices, waivers and fingerprints on cards made by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "scoring/baseline.h"
#include "scoring/review_parts.h"

#include <string.h>

static struct bma_rule rules[] = {{.id = "HR-1"}, {.id = "HR-2"}};
static struct bma_pack pack = {.rules = rules, .rule_count = 2};

struct voice_case {
    struct bma_finding finding;
    struct bma_coding coding;
    enum bma_voice_choice voice;
    struct bma_judgement low, high;
    bool disagrees;
};

#define DECIDED(level, against)                                                                              \
    {                                                                                                        \
        BMA_FINDING_DECIDED, level, against, false                                                           \
    }
#define FOUND(n, against)                                                                                    \
    {                                                                                                        \
        .criterion = "HR-1", .status = BMA_FINDING_DECIDED, .level = n, .contradicted = against              \
    }
#define CODED(n, against)                                                                                    \
    {                                                                                                        \
        .criterion = "HR-1", .level = n, .contradicted = against, .article = "", .note = ""                  \
    }

static void voices(void **state)
{
    static struct voice_case cases[] = {
        {FOUND(3, false), CODED(2, false), BMA_CHOOSE_TEXT, DECIDED(3, false), DECIDED(3, false), true},
        {FOUND(3, false), CODED(2, false), BMA_CHOOSE_CODER, DECIDED(2, false), DECIDED(2, false), true},
        {FOUND(3, false), CODED(2, false), BMA_CHOOSE_BOTH, DECIDED(2, false), DECIDED(3, false), true},
        {FOUND(1, false), CODED(4, true), BMA_CHOOSE_BOTH, DECIDED(4, true), DECIDED(1, false), true},
        {FOUND(2, false), CODED(2, false), BMA_CHOOSE_BOTH, DECIDED(2, false), DECIDED(2, false), false},
        {FOUND(2, false), CODED(-1, false), BMA_CHOOSE_BOTH, DECIDED(2, false), DECIDED(2, false), true},
        {FOUND(2, false),
         CODED(-1, false),
         BMA_CHOOSE_CODER,
         {BMA_FINDING_NOT_APPLICABLE, 0, false, false},
         {BMA_FINDING_NOT_APPLICABLE, 0, false, false},
         true},
        {{.criterion = "HR-1", .status = BMA_FINDING_UNDECIDED},
         CODED(4, false),
         BMA_CHOOSE_BOTH,
         {BMA_FINDING_UNDECIDED, 0, false, false},
         {BMA_FINDING_UNDECIDED, 0, false, false},
         false},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct bma_findings findings = {.items = &cases[i].finding, .count = 1};
        struct bma_case agreement = {.codings = &cases[i].coding, .coding_count = 1};
        struct bma_review review = {.voice = cases[i].voice};
        struct bma_scorecard card = {.pack = &pack, .agreement = &agreement, .findings = &findings};
        struct bma_voices heard;
        struct bma_arena arena;
        bma_arena_init(&arena);
        assert_true(bma_voices_hear(&review, &arena, &card, &heard));
        assert_int_equal(heard.low[0].status, cases[i].low.status);
        assert_int_equal(heard.low[0].level, cases[i].low.level);
        assert_int_equal(heard.low[0].contradicted, cases[i].low.contradicted);
        assert_int_equal(heard.high[0].level, cases[i].high.level);
        assert_int_equal(heard.high[0].contradicted, cases[i].high.contradicted);
        assert_int_equal(bma_card_disagrees(&card, 0), cases[i].disagrees);
        bma_arena_release(&arena);
    }
}

static void waivers(void **state)
{
    static const struct {
        const char *criterion, *until, *today;
        enum bma_waiver_state state;
        bool counts;
    } cases[] = {
        {"HR-1", "", NULL, BMA_WAIVER_APPLIES, false},
        {"HR-1", "2030-02-28", "2030-02-28", BMA_WAIVER_APPLIES, false},
        {"HR-1", "2030-02-28", "2030-03-01", BMA_WAIVER_EXPIRED, true},
        {"HR-1", "2030-02-28", NULL, BMA_WAIVER_EXPIRED, true},
        {"HR-2", "", NULL, BMA_WAIVER_UNUSED, true},
        {"XX-9", "", NULL, BMA_WAIVER_UNUSED, true},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct bma_finding items[] = {FOUND(2, false), {.criterion = "HR-2", .level = 3}};
        struct bma_findings findings = {.items = items, .count = 2};
        struct bma_waiver waiver = {cases[i].criterion, "because", "", cases[i].until, 3};
        struct bma_case agreement = {.path = "case.yaml", .waivers = &waiver, .waiver_count = 1};
        struct bma_review review = {.today = cases[i].today};
        struct bma_scorecard card = {
            .pack = &pack, .agreement = &agreement, .findings = &findings, .met_level = 3};
        struct bma_arena arena;
        bma_arena_init(&arena);
        assert_true(bma_waivers_apply(&review, &arena, &card));
        assert_int_equal(card.waiver_count, 1);
        assert_int_equal(card.waiver_uses[0].state, cases[i].state);
        assert_int_equal(bma_card_counts(&card, 0), cases[i].counts);
        bma_arena_release(&arena);
    }
}

static void fingerprints(void **state)
{
    char one[BMA_FINGERPRINT_SIZE], other[BMA_FINGERPRINT_SIZE];

    (void)state;
    bma_fingerprint("HR-5", "The employer keeps the passport.", one);
    bma_fingerprint("HR-5", "(a)  the Employer keeps\nthe passport", other);
    assert_string_not_equal(one, other);
    bma_fingerprint("HR-5", "the  Employer keeps,\nthe passport", other);
    assert_string_equal(one, other);
    bma_fingerprint("HR-5", "“(the employer’s) … ‘CAFÉ’ — keeps the passport”.", one);
    bma_fingerprint("HR-5", "The employer's \"cafe\xcc\x81\" keeps the passport", other);
    assert_string_equal(one, other);
    bma_fingerprint("HR-5", "The employer’s cafe keeps the passport", other);
    assert_string_not_equal(one, other);
    bma_fingerprint("HR-5", "The employer keeps the passport.", one);
    bma_fingerprint("HR-6", "The employer keeps the passport.", other);
    assert_string_not_equal(one, other);
    bma_fingerprint("HR-5", "The employer keeps thepassport.", other);
    assert_string_not_equal(one, other);
    assert_int_equal(strlen(one), 16);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(voices),
        cmocka_unit_test(waivers),
        cmocka_unit_test(fingerprints),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

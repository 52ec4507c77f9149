/* Suggested clauses in the draft's own terms. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rules/wording.h"

static void expect_written(const char *wording, const struct bma_own_terms *own, const char *wanted)
{
    struct bma_buffer out;

    bma_buffer_init(&out);
    bma_wording_write(wording, own, &out);
    assert_string_equal(out.bytes, wanted);
    bma_buffer_release(&out);
}

static void names_of_the_draft(void **state)
{
    static const struct bma_own_terms own = {"Contact Group", "Memorandum", false};
    static const char wording[] = "The {joint body} shall publish this {instrument}.";

    (void)state;
    expect_written(wording, &own, "The Contact Group shall publish this Memorandum.");
    expect_written(wording, NULL, "The Joint Committee shall publish this Agreement.");
}

static void verb_of_a_text_that_obliges_nobody(void **state)
{
    static const struct bma_own_terms own = {NULL, "Memorandum", true};

    (void)state;
    expect_written("No office shall, and no marshall-shall shalls; it shall.", &own,
                   "No office will, and no marshall-shall shalls; it will.");
    expect_written("shall {instrument} shall", &own, "will Memorandum will");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_of_the_draft),
        cmocka_unit_test(verb_of_a_text_that_obliges_nobody),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

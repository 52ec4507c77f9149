/* What is learned from cases: each clause is an example, and of several that one label is for, one is chosen.
 */
#include "../put_file.h"
#include "learning/choose.h"
#include "learning/examples.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static char folder[] = "/tmp/bma-examples-XXXXXX";
static struct bma_session session;
static struct bma_examples examples;

static void put(const char *name, const char *content)
{
    put_file(folder, name, content);
}

static void make_folder(const char *name)
{
    char path[128];

    snprintf(path, sizeof path, "%s/%s", folder, name);
    assert_int_equal(mkdir(path, 0700), 0);
}

static int set_up(void **state)
{
    struct bma_error error;

    (void)state;
    if (!mkdtemp(folder))
        return -1;
    make_folder("HR-7");
    make_folder("none");
    put("HR-7/cases.txt", "== one clause\nexpect: 3\n---\nArticle 1\nWorkers may join a union.\n"
                          "== two clauses\nexpect: 0 x\n---\nArticle 2\nThe road is repaired each year. No "
                          "nurse shall join a union.\n"
                          "== a mention\nexpect: 1\n---\nArticle 3\nThe parties note that unions are old.\n");
    put("none/cases.txt",
        "== elsewhere\nexpect: 0\nexcept: HR-7\n---\nArticle 1\nThe depositary shall keep the flag.\n");
    return bma_session_open(&session, BMA_SOURCE_DIR "/rules/m4md-2011", NULL, NULL, &error) == BMA_OK &&
                   bma_examples_init(&examples, &session, &error) == BMA_OK &&
                   bma_examples_add(&examples, folder, &error) == BMA_OK
               ? 0
               : -1;
}

static int tear_down(void **state)
{
    char command[160];

    (void)state;
    bma_examples_release(&examples);
    bma_session_close(&session);
    snprintf(command, sizeof command, "rm -r %s", folder);
    return system(command);
}

static uint32_t model(const char *criterion, bool against)
{
    for (uint32_t rule = 0; rule < session.pack->rule_count; rule++) {
        if (strcmp(session.pack->rules[rule].id, criterion) == 0)
            return bma_model_of(rule, against);
    }
    fail_msg("no rule %s", criterion);
    return 0;
}

static int mark(size_t example, const char *criterion, bool against)
{
    return examples.marks[example * examples.models + model(criterion, against)];
}

enum { OF_NONE, SINGLE, FIRST_OF_TWO, SECOND_OF_TWO, MENTION, EXAMPLES };

static void clauses_are_examples(void **state)
{
    (void)state;
    assert_int_equal(examples.count, EXAMPLES);
    assert_int_equal(examples.wholes[FIRST_OF_TWO], examples.wholes[SECOND_OF_TWO]);
    assert_int_not_equal(examples.wholes[SINGLE], examples.wholes[FIRST_OF_TWO]);
    assert_int_not_equal(examples.wholes[MENTION], examples.wholes[FIRST_OF_TWO]);
}

static void labels_are_marks(void **state)
{
    (void)state;
    assert_int_equal(mark(SINGLE, "HR-7", false), BMA_EXAMPLE_COUNTS);
    assert_int_equal(mark(SINGLE, "HR-7", true), BMA_EXAMPLE_DOES_NOT);
    assert_int_equal(mark(SINGLE, "DV-2", true), BMA_EXAMPLE_APART);
    assert_int_equal(mark(FIRST_OF_TWO, "HR-7", true), BMA_EXAMPLE_NOTED);
    assert_int_equal(mark(SECOND_OF_TWO, "HR-7", true), BMA_EXAMPLE_NOTED);
    assert_int_equal(mark(SECOND_OF_TWO, "HR-7", false), BMA_EXAMPLE_DOES_NOT);
    assert_int_equal(mark(MENTION, "HR-7", false), BMA_EXAMPLE_UNKNOWN);
    assert_int_equal(mark(OF_NONE, "HR-7", false), BMA_EXAMPLE_UNKNOWN);
    assert_int_equal(mark(OF_NONE, "DV-2", false), BMA_EXAMPLE_DOES_NOT);
}

/* Its stems in their order, and in the set as well; a lead-in behind a break, a heading nowhere. */
static void clauses_are_told_in_order(void **state)
{
    const uint32_t *told = examples.told + examples.told_first[SECOND_OF_TWO];
    size_t length = examples.told_first[SECOND_OF_TWO + 1] - examples.told_first[SECOND_OF_TWO];
    const char *const stems[] = {"no", "nurs", "shall", "join", "a", "union"};

    (void)state;
    assert_true(length == sizeof stems / sizeof *stems);
    for (size_t i = 0; i < length; i++)
        assert_string_equal(bma_lexicon_stem(session.pack->lexicon, told[i] / BMA_TERMS_PER_STEM), stems[i]);
}

static double second_is_more_alike(void *learner, uint32_t example, uint32_t asked)
{
    (void)asked;
    return example == SECOND_OF_TWO ? -0.5 + *(double *)learner : -1 + *(double *)learner;
}

/* The most alike counts, however little that is; others only if they are alike at all. */
static void one_is_chosen(void **state)
{
    uint32_t against = model("HR-7", true);
    struct bma_choice choice;
    struct bma_arena arena;

    (void)state;
    bma_arena_init(&arena);
    assert_true(bma_choice_init(&choice, &examples, &arena));
    for (int all = 0; all < 2; all++) {
        double more = all ? 2 : 0;

        bma_choice_reset(&choice, against, against + 1);
        bma_choose(&choice, against, against + 1, second_is_more_alike, &more);
        assert_int_equal(bma_choice_mark(&choice, SECOND_OF_TWO, against), BMA_EXAMPLE_COUNTS);
        assert_int_equal(bma_choice_mark(&choice, FIRST_OF_TWO, against),
                         all ? BMA_EXAMPLE_COUNTS : BMA_EXAMPLE_UNKNOWN);
        assert_int_equal(bma_choice_mark(&choice, SINGLE, against), BMA_EXAMPLE_DOES_NOT);
    }
    bma_arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(clauses_are_examples), cmocka_unit_test(labels_are_marks),
        cmocka_unit_test(clauses_are_told_in_order), cmocka_unit_test(one_is_chosen)};

    return cmocka_run_group_tests(tests, set_up, tear_down);
}

/* Coding tables when memory runs out: a clean error each time, no half of a file, and nothing leaked. */
#include "base/folder.h"
#include "base/memory.h"
#include "corpus/coded.h"
#include "corpus/run.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define PACK  BMA_SOURCE_DIR "/rules/m4md-2011"
#define TABLE BMA_FIXTURES "/coded/treaties.csv"
#define MAP   BMA_FIXTURES "/coded/map.csv"

enum { AGREEMENTS = 4, MOST_RUNS = 20000 };

static const struct bma_coded_columns columns = {
    .id = "no", .title = "name", .year = "signed", .parties = {"sender", "receiver"}, .party_count = 2};

/* How many files stand in the folder; all of them are taken away, and the folder with them. */
static uint32_t clear(const char *folder)
{
    const char *const *names;
    struct bma_arena arena;
    struct bma_error error;
    uint32_t count = 0;

    if (!bma_is_folder(folder))
        return 0;
    bma_arena_init(&arena);
    assert_int_equal(bma_folder_list(folder, &arena, &names, &count, &error), BMA_OK);
    for (uint32_t i = 0; i < count; i++)
        assert_int_equal(unlink(bma_arena_printf(&arena, "%s/%s", folder, names[i])), 0);
    bma_arena_release(&arena);
    assert_int_equal(rmdir(folder), 0); /* no hidden part of a file is left there */
    return count;
}

static size_t import_once(const struct bma_pack *pack, const char *folder, size_t fail_at)
{
    struct bma_coded coded;
    struct bma_error error = {.status = BMA_OK};
    enum bma_status status;
    size_t count;

    bma_memory_fail_at(fail_at);
    status = bma_coded_read(TABLE, MAP, &columns, pack, &coded, &error);
    if (status == BMA_OK)
        status = bma_coded_cases(&coded, pack, folder, &error);
    count = bma_memory_count();
    bma_memory_fail_at(0);
    bma_coded_release(&coded);
    if (status == BMA_OK) {
        assert_int_equal(clear(folder), AGREEMENTS);
    } else {
        assert_int_equal(status, BMA_ERROR_MEMORY);
        assert_int_equal(error.status, BMA_ERROR_MEMORY);
        assert_true(clear(folder) < AGREEMENTS);
    }
    return count;
}

static void cases_fail_cleanly(void **state)
{
    char folder[64] = "coded-cases-XXXXXX", inner[80];
    struct bma_pack *pack = NULL;
    struct bma_error error;

    (void)state;
    assert_non_null(mkdtemp(folder));
    snprintf(inner, sizeof inner, "%s/cases", folder);
    assert_int_equal(bma_pack_load(PACK, NULL, &pack, &error), BMA_OK);
    import_once(pack, inner, SIZE_MAX);
    for (size_t nth = 1; import_once(pack, inner, nth) >= nth; nth++)
        assert_true(nth < MOST_RUNS);
    bma_pack_free(pack);
    assert_int_equal(rmdir(folder), 0);
}

/* Into a database in memory, with the n-th allocation of our own failing. */
static size_t store_once(struct bma_pack *pack, const struct bma_coded *coded, size_t fail_at)
{
    struct bma_store *store = NULL;
    struct bma_error error = {.status = BMA_OK};
    enum bma_status status;
    size_t count;

    bma_memory_fail_at(fail_at);
    status = bma_store_open(NULL, BMA_STORE_WRITE, &store, &error);
    if (status == BMA_OK)
        status = bma_coded_store(coded, pack, NULL, store, &error);
    count = bma_memory_count();
    bma_memory_fail_at(0);
    bma_store_close(store);
    assert_true(status == BMA_OK || (status == BMA_ERROR_MEMORY && error.status == status));
    return count;
}

static void storing_fails_cleanly(void **state)
{
    struct bma_pack *pack = NULL;
    struct bma_coded coded;
    struct bma_error error;

    (void)state;
    assert_int_equal(bma_pack_load(PACK, NULL, &pack, &error), BMA_OK);
    assert_int_equal(bma_coded_read(TABLE, MAP, &columns, pack, &coded, &error), BMA_OK);
    for (size_t nth = 1; store_once(pack, &coded, nth) >= nth; nth++)
        assert_true(nth < MOST_RUNS);
    bma_coded_release(&coded);
    bma_pack_free(pack);
}

/* A case without a text, checked with the n-th allocation failing. */
static size_t check_once(struct bma_session *session, size_t fail_at)
{
    struct bma_check check;
    struct bma_error error = {.status = BMA_OK};
    enum bma_status status;
    size_t count;

    bma_check_init(&check);
    bma_memory_fail_at(fail_at);
    status = bma_session_check(session, BMA_FIXTURES "/coded/reeds.yaml", &check, &error);
    count = bma_memory_count();
    bma_memory_fail_at(0);
    assert_true(status == BMA_OK || (status == BMA_ERROR_MEMORY && error.status == status));
    assert_true(status != BMA_OK || check.card.undecided + check.card.contradicted > 1);
    bma_check_release(&check);
    return count;
}

static void checks_fail_cleanly(void **state)
{
    struct bma_session session;
    struct bma_error error;

    (void)state;
    assert_int_equal(bma_session_open(&session, PACK, NULL, NULL, &error), BMA_OK);
    for (size_t nth = 1; check_once(&session, nth) >= nth; nth++)
        assert_true(nth < MOST_RUNS);
    bma_session_close(&session);
}

/* What each level of such a case becomes. */
static void levels(void **state)
{
    static const struct {
        const char *id, *reason;
        enum bma_finding_status status;
        int level;
        bool contradicted, weighed;
    } wanted[] = {
        {"HR-1", "Coded: Article 2, names the conventions", BMA_FINDING_DECIDED, 3, false, true},
        {"HR-5", "Coded", BMA_FINDING_DECIDED, 1, true, true},
        {"HR-7", "Coded", BMA_FINDING_DECIDED, 0, false, true},
        {"RI-1", "The coder gave no value that decides it: the page is missing", BMA_FINDING_UNDECIDED, 0,
         false, true},
        {"RI-4", "Coded", BMA_FINDING_NOT_APPLICABLE, 0, false, true},
        {"HR-2", "Not weighed: the case file has no text, and its coder says nothing of it",
         BMA_FINDING_UNDECIDED, 0, false, false},
    };
    struct bma_session session;
    struct bma_check check;
    struct bma_error error;

    (void)state;
    assert_int_equal(bma_session_open(&session, PACK, NULL, NULL, &error), BMA_OK);
    bma_check_init(&check);
    assert_int_equal(bma_session_check(&session, BMA_FIXTURES "/coded/reeds.yaml", &check, &error), BMA_OK);
    for (size_t i = 0; i < sizeof wanted / sizeof wanted[0]; i++) {
        uint32_t rule = bma_pack_find_rule(session.pack, wanted[i].id);
        const struct bma_finding *finding = &check.findings.items[rule];
        assert_string_equal(finding->reason, wanted[i].reason);
        assert_int_equal(finding->status, wanted[i].status);
        assert_int_equal(finding->level, wanted[i].level);
        assert_int_equal(finding->contradicted, wanted[i].contradicted);
        assert_int_equal(check.card.weights[rule] > 0, wanted[i].weighed);
    }
    assert_true(check.card.overall.high > check.card.overall.low);
    assert_string_equal(check.card.title, "Agreement on the cutting of reeds");
    assert_int_equal(check.card.party_count, 2);
    bma_check_release(&check);
    bma_session_close(&session);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cases_fail_cleanly),
        cmocka_unit_test(storing_fails_cleanly),
        cmocka_unit_test(checks_fail_cleanly),
        cmocka_unit_test(levels),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

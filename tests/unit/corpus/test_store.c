/* The results database: what a file must be to be one, and what it holds of a card. */
#include "corpus/run.h"
#include "corpus/sqlite.h"
#include "corpus/store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define PACK BMA_SOURCE_DIR "/rules/m4md-2011"

/* HR-7 has a clause on either side. */
static const char draft[] =
    "AGREEMENT BETWEEN TALVERA AND KORRE\n\n"
    "Article 1\nNo worker shall take part in a strike.\n\n"
    "Article 2\nWorkers may form and join trade unions of their choice, and shall not "
    "be dismissed for it.\n\n"
    "Article 3\nThe Joint Committee shall meet twice a year.\n";

static char folder[] = "/tmp/bma-store-XXXXXX";
static char path[64];

static int make_folder(void **state)
{
    (void)state;
    strcpy(folder + strlen(folder) - 6, "XXXXXX");
    if (mkdtemp(folder) == NULL)
        return -1;
    snprintf(path, sizeof path, "%s/r.sqlite", folder);
    return 0;
}

static int remove_folder(void **state)
{
    (void)state;
    unlink(path);
    return rmdir(folder);
}

static int64_t ask(struct bma_store *store, const char *sql)
{
    sqlite3_stmt *statement = NULL;
    int64_t answer;

    assert_int_equal(sqlite3_prepare_v2(bma_store_handle(store), sql, -1, &statement, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
    answer = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return answer;
}

static void write_file(const char *bytes)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(bytes, file);
    assert_int_equal(fclose(file), 0);
}

static void write_database(const char *sql)
{
    sqlite3 *database;
    assert_int_equal(sqlite3_open_v2(path, &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL),
                     SQLITE_OK);
    assert_int_equal(sqlite3_exec(database, sql, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(database);
}

static void refused(enum bma_store_mode mode, enum bma_status expected, const char *words)
{
    struct bma_store *store = NULL;
    struct bma_error error = {.status = BMA_OK};

    assert_int_equal(bma_store_open(path, mode, &store, &error), expected);
    assert_null(store);
    assert_string_equal(error.file, path);
    assert_non_null(strstr(error.message, words));
}

static void other_files_are_refused(void **state)
{
    (void)state;
    refused(BMA_STORE_READ, BMA_ERROR_IO, "cannot open");
    write_file("A text of some length that certainly is not what a database begins with, is it?\n");
    refused(BMA_STORE_WRITE, BMA_ERROR_INPUT, "no SQLite database");
    refused(BMA_STORE_READ, BMA_ERROR_INPUT, "no SQLite database");
}

static void other_databases_are_refused(void **state)
{
    (void)state;
    write_database("CREATE TABLE herring (weight REAL)");
    refused(BMA_STORE_WRITE, BMA_ERROR_INPUT, "another SQLite database");
    assert_int_equal(unlink(path), 0);
    write_database("CREATE TABLE meta (key, value); INSERT INTO meta VALUES ('schema', 'bma-results/9')");
    refused(BMA_STORE_READ, BMA_ERROR_INPUT, "form bma-results/9");
}

static void fill(struct bma_store *store, int64_t *run)
{
    struct bma_session session;
    struct bma_check check;
    struct bma_error error, why;
    int64_t id, again;

    assert_int_equal(bma_session_open(&session, PACK, NULL, NULL, &error), BMA_OK);
    bma_check_init(&check);
    assert_int_equal(
        bma_session_check_text(&session, "draft.txt", "draft.txt", draft, strlen(draft), &check, &error),
        BMA_OK);
    assert_int_equal(bma_store_run(store, "text", session.pack, check.card.profile, run, &error), BMA_OK);
    assert_int_equal(bma_store_add(store, *run, "a.txt", "aa", &check.card, &id, &error), BMA_OK);
    assert_int_equal(bma_store_add(store, *run, "a.txt", "bb", &check.card, &again, &error), BMA_OK);
    assert_int_equal(id, again);
    bma_error_set(&why, BMA_ERROR_INPUT, "b.txt", 3, 7, "the text is not UTF-8 from here on");
    assert_int_equal(bma_store_add_failure(store, *run, "b.txt", "cc", &why, &error), BMA_OK);
    assert_int_equal(ask(store, "SELECT count(*) FROM finding"), check.card.findings->count);
    assert_int_equal(ask(store, "SELECT count(*) FROM score"), check.card.dimension_count);
    assert_int_equal(ask(store, "SELECT count(*) FROM coherence"), check.card.findings->coherence_count);
    assert_int_equal(ask(store, "SELECT sum(met) FROM finding"), check.card.met);
    bma_check_release(&check);
    bma_session_close(&session);
}

static void cards_are_kept(void **state)
{
    struct bma_store *store;
    struct bma_error error;
    int64_t run;
    (void)state;

    assert_int_equal(bma_store_open(path, BMA_STORE_WRITE, &store, &error), BMA_OK);
    fill(store, &run);
    bma_store_close(store);
    assert_int_equal(bma_store_open(path, BMA_STORE_READ, &store, &error), BMA_OK);
    assert_int_equal(ask(store, "SELECT count(*) FROM result"), 1);
    assert_int_equal(
        ask(store, "SELECT error = 'b.txt:3:7: the text is not UTF-8 from here on' FROM failure"), 1);
    assert_int_equal(ask(store, "SELECT count(*) > 0 FROM best_quote"), 1);
    /* The clause against it is what a reader is pointed at. */
    assert_int_equal(ask(store, "SELECT count(*) FROM best_quote WHERE criterion = 'HR-7' AND contradicted"
                                " AND role = 'contradicts'"),
                     1);
    assert_int_equal(ask(store, "SELECT count(*) FROM evidence WHERE criterion = 'HR-7' AND role = 'supports'"
                                " AND position > 0"),
                     1);
    assert_int_equal(ask(store, "SELECT sum(n) > 0 FROM criterion_summary"), 1);
    assert_int_equal(ask(store, "SELECT count(*) FROM agreement WHERE name = 'a.txt' AND sha256 = 'bb'"), 1);
    bma_store_close(store);
}

/* What ends with an error leaves nothing. */
static void failed_transactions_leave_nothing(void **state)
{
    struct bma_store *store;
    struct bma_error error;
    int64_t run;
    (void)state;

    assert_int_equal(bma_store_open(NULL, BMA_STORE_WRITE, &store, &error), BMA_OK);
    assert_int_equal(bma_store_begin(store, &error), BMA_OK);
    fill(store, &run);
    assert_int_equal(bma_store_end(store, BMA_ERROR_IO, &error), BMA_ERROR_IO);
    assert_int_equal(ask(store, "SELECT count(*) FROM agreement"), 0);
    assert_int_equal(ask(store, "SELECT count(*) FROM run"), 0);
    bma_store_close(store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(other_files_are_refused, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(other_databases_are_refused, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(cards_are_kept, make_folder, remove_folder),
        cmocka_unit_test(failed_transactions_leave_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

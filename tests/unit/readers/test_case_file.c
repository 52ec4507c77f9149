#include "readers/case_file.h"

#include "base/file.h"
#include "base/memory.h"
#include "base/replace.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static const char *const article_words[] = {"article"};
static const struct bma_conventions conventions = {.language = "en", .article = {article_words, 1}};

static const char *const whole =
    "title: Agreement on orchard work\n"
    "instrument: exchange-of-letters\n"
    "year: 2031\n"
    "parties:\n"
    "  - {name: Orvia, role: origin}\n"
    "  - name: Telland\n"
    "preamble: |\n"
    "  The two Governments have agreed as follows:\n"
    "articles:\n"
    "  - heading: Article 1 - Lodging\n"
    "    text: The grower shall provide dry lodging.\n"
    "dossier:\n"
    "  consulted:\n"
    "    employers: [monitoring, drafting]\n"
    "    workers: []\n"
    "  publication: {agreement: true, campaign: false}\n"
    "  evaluation: {independent: true, interval_months: 18}\n"
    "  ratified: [Convention 97, Convention 143]\n"
    "coded:\n"
    "  HR-4: {level: 3, contradicted: true, article: Article 1, note: lodging only}\n"
    "  RI-4: na\n"
    "waivers:\n"
    "  - criterion: LM-9\n"
    "    justification: No local pickers are available\n"
    "    until: 2032-02-29\n";

/* Writes a file into a folder of its own and removes both afterwards. */
struct place {
    char folder[64];
    char path[128];
};

static void place_file(struct place *place, const char *name, const char *bytes)
{
    struct bma_error error;

    snprintf(place->path, sizeof place->path, "%s/%s", place->folder, name);
    assert_int_equal(bma_file_write(place->path, bytes, strlen(bytes), &error), BMA_OK);
}

static void place_open(struct place *place, const char *name, const char *bytes)
{
    strcpy(place->folder, "case-file-XXXXXX");
    assert_non_null(mkdtemp(place->folder));
    place_file(place, name, bytes);
}

static void place_close(struct place *place, const char *other)
{
    char path[128];

    unlink(place->path);
    if (other) {
        snprintf(path, sizeof path, "%s/%s", place->folder, other);
        unlink(path);
    }
    assert_int_equal(rmdir(place->folder), 0);
}

static void check_expectation(const char *path)
{
    static const char mark[] = "# expect: ";
    struct bma_error error = {.status = BMA_OK};
    struct bma_case *agreement = NULL;
    char *bytes = NULL;
    size_t length;
    char found[BMA_ERROR_MESSAGE_SIZE + 64];

    assert_int_equal(bma_file_read(path, 1 << 20, &bytes, &length, &error), BMA_OK);
    assert_int_equal(strncmp(bytes, mark, sizeof mark - 1), 0);
    bytes[strcspn(bytes, "\n")] = '\0';

    print_message("%s\n", path);
    assert_int_not_equal(bma_case_read(path, &conventions, &agreement, &error), BMA_OK);
    assert_null(agreement);
    assert_string_equal(error.file, path);
    snprintf(found, sizeof found, "%u:%u %s", (unsigned)error.line, (unsigned)error.column, error.message);
    assert_string_equal(found, bytes + sizeof mark - 1);
    bma_free(bytes);
}

/* Every file of the folder says in its first line how it must be refused. */
static void test_malformed(void **state)
{
    DIR *folder = opendir(BMA_FIXTURES "/malformed");
    size_t count = 0;

    (void)state;
    assert_non_null(folder);
    for (struct dirent *entry = readdir(folder); entry; entry = readdir(folder)) {
        char path[1024];
        size_t length = strlen(entry->d_name);
        if (length < 5 || strcmp(entry->d_name + length - 5, ".yaml") != 0)
            continue;
        snprintf(path, sizeof path, BMA_FIXTURES "/malformed/%s", entry->d_name);
        check_expectation(path);
        count++;
    }
    closedir(folder);
    assert_true(count >= 25);
}

/* A coder's levels without a text: what he left open stands apart, and the document is empty. */
static void test_coded_alone(void **state)
{
    struct bma_error error;
    struct bma_case *agreement = NULL;
    struct place place;

    (void)state;
    place_open(&place, "reeds.yaml",
               "title: Reeds\ncoded:\n  HR-1: undecided\n  HR-5: {level: 2, note: a few}\n");
    assert_int_equal(bma_case_read(place.path, &conventions, &agreement, &error), BMA_OK);
    assert_true(agreement->without_text);
    assert_int_equal(agreement->coding_count, 1);
    assert_string_equal(agreement->codings[0].note, "a few");
    assert_int_equal(agreement->left_open_count, 1);
    assert_string_equal(agreement->left_open[0].criterion, "HR-1");
    assert_int_equal(agreement->left_open[0].line, 3);
    assert_string_equal(agreement->document->format, "coded");
    assert_string_equal(agreement->document->path, place.path);
    assert_int_equal(strlen(agreement->document->sha256), 64);
    assert_int_equal(agreement->document->clause_count, 0);
    assert_int_equal(agreement->document->text_length, 0);
    bma_case_free(agreement);
    place_close(&place, NULL);
}

static void check_fact(const struct bma_case *agreement, size_t index, const char *key, const char *value,
                       uint32_t line)
{
    assert_true(index < agreement->fact_count);
    assert_string_equal(agreement->facts[index].key, key);
    assert_string_equal(agreement->facts[index].value, value);
    assert_int_equal(agreement->facts[index].line, line);
}

static void check_records(const struct bma_case *agreement)
{
    assert_int_equal(agreement->fact_count, 5);
    check_fact(agreement, 0, "consulted.employers", "drafting, monitoring", 14);
    check_fact(agreement, 1, "publication.agreement", "true", 16);
    check_fact(agreement, 2, "evaluation.independent", "true", 17);
    check_fact(agreement, 3, "evaluation.interval_months", "18", 17);
    check_fact(agreement, 4, "ratified", "Convention 97; Convention 143", 18);

    assert_int_equal(agreement->coding_count, 2);
    assert_string_equal(agreement->codings[0].criterion, "HR-4");
    assert_int_equal(agreement->codings[0].level, 3);
    assert_true(agreement->codings[0].contradicted);
    assert_string_equal(agreement->codings[0].article, "Article 1");
    assert_string_equal(agreement->codings[0].note, "lodging only");
    assert_int_equal(agreement->codings[1].level, -1);
    assert_string_equal(agreement->codings[1].note, "");

    assert_int_equal(agreement->waiver_count, 1);
    assert_string_equal(agreement->waivers[0].until, "2032-02-29");
    assert_string_equal(agreement->waivers[0].by, "");
    assert_int_equal(agreement->waivers[0].line, 23);
}

/* Rules and recommendations ask in the same way, and get the same answer. */
static void test_facts(void **state)
{
    struct bma_fact facts[] = {{"closed", "no", 1},
                               {"consulted.workers", "", 2},
                               {"consulted.unions", "drafting", 3},
                               {"consultedness", "true", 4},
                               {"published", "false", 5},
                               {"published.late", "none", 6},
                               {"ratified", "No. 97; none", 7}};
    const struct bma_case agreement = {.facts = facts, .fact_count = sizeof facts / sizeof *facts};
    static const struct {
        const char *key;
        uint32_t line; /* 0: none says yes */
    } cases[] = {{"closed", 0},    {"consulted", 3}, {"consulted.unions", 3}, {"consulted.workers", 0},
                 {"published", 0}, {"ratified", 7},  {"consult", 0},          {"consultedness", 4}};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct bma_fact *fact = bma_case_fact(&agreement, cases[i].key);
        if ((fact != NULL ? fact->line : 0) != cases[i].line)
            fail_msg("%s", cases[i].key);
    }
    assert_null(bma_case_fact(NULL, "closed"));
}

static void test_whole_case(void **state)
{
    struct bma_error error = {.status = BMA_OK};
    struct bma_case *agreement = NULL;
    struct place place;

    (void)state;
    place_open(&place, "case.yaml", whole);
    assert_int_equal(bma_case_read(place.path, &conventions, &agreement, &error), BMA_OK);
    assert_string_equal(agreement->title, "Agreement on orchard work");
    assert_string_equal(bma_instrument_name(agreement->instrument), "exchange-of-letters");
    assert_int_equal(agreement->year, 2031);
    assert_int_equal(agreement->party_count, 2);
    assert_string_equal(agreement->parties[0].name, "Orvia");
    assert_string_equal(bma_role_name(agreement->parties[0].role), "origin");
    assert_null(bma_role_name(agreement->parties[1].role));
    check_records(agreement);
    assert_non_null(strstr(agreement->document->text, "dry lodging"));
    bma_case_free(agreement);
    place_close(&place, NULL);
}

static void test_text_beside(void **state)
{
    struct bma_error error = {.status = BMA_OK};
    struct bma_case *agreement = NULL;
    struct place place;

    (void)state;
    place_open(&place, "draft.txt", "Article 1\nThe crew shall be paid weekly.\n");
    place_file(&place, "case.YML", "text: draft.txt\n");
    assert_int_equal(bma_case_read(place.path, &conventions, &agreement, &error), BMA_OK);
    assert_non_null(strstr(agreement->document->text, "paid weekly"));
    assert_non_null(strstr(agreement->document->path, "/draft.txt"));
    assert_int_equal(agreement->instrument, BMA_INSTRUMENT_UNKNOWN);
    bma_case_free(agreement);
    place_close(&place, "draft.txt");
}

static void test_bare_text(void **state)
{
    struct bma_error error = {.status = BMA_OK};
    struct bma_case *agreement = NULL;
    struct place place;

    (void)state;
    place_open(&place, "draft.txt", "Article 1\nThe crew shall be paid weekly.\n");
    assert_int_equal(bma_case_read(place.path, &conventions, &agreement, &error), BMA_OK);
    assert_null(agreement->title);
    assert_int_equal(agreement->fact_count + agreement->coding_count + agreement->party_count, 0);
    assert_non_null(strstr(agreement->document->text, "paid weekly"));
    bma_case_free(agreement);
    place_close(&place, NULL);
}

/* Whichever allocation fails, the error says so and nothing is left behind (the sanitizer would tell). */
static void test_memory_runs_out(void **state)
{
    struct bma_error error = {.status = BMA_OK};
    enum bma_status status = BMA_ERROR_MEMORY;
    struct place place;
    size_t nth = 0;

    (void)state;
    place_open(&place, "case.yaml", whole);
    while (status != BMA_OK) {
        struct bma_case *agreement = NULL;
        bma_memory_fail_at(++nth);
        status = bma_case_read(place.path, &conventions, &agreement, &error);
        bma_memory_fail_at(0);
        if (status != BMA_OK)
            assert_int_equal(status, BMA_ERROR_MEMORY);
        bma_case_free(agreement);
    }
    assert_true(nth > 5);
    place_close(&place, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_facts),           cmocka_unit_test(test_malformed),
        cmocka_unit_test(test_coded_alone),     cmocka_unit_test(test_whole_case),
        cmocka_unit_test(test_text_beside),     cmocka_unit_test(test_bare_text),
        cmocka_unit_test(test_memory_runs_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

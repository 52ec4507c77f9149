/* Baselines and files of waivers that are none: each says in its first line how it must be refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/folder.h"
#include "base/memory.h"
#include "scoring/baseline.h"

#include <stdio.h>
#include <string.h>

typedef enum bma_status (*read_file)(const char *path, struct bma_error *error);

static enum bma_status read_baseline(const char *path, struct bma_error *error)
{
    static const struct bma_pack pack = {.id = "m4md-2011"};
    struct bma_baseline *baseline = NULL;
    enum bma_status status = bma_baseline_read(path, &pack, &baseline, error);

    assert_true((status == BMA_OK) == (baseline != NULL));
    bma_baseline_free(baseline);
    return status;
}

static enum bma_status read_waivers(const char *path, struct bma_error *error)
{
    struct bma_case *waivers = NULL;
    enum bma_status status = bma_waivers_read(path, &waivers, error);

    assert_true((status == BMA_OK) == (waivers != NULL));
    bma_case_free(waivers);
    return status;
}

static void check(const char *path, read_file read)
{
    static const char mark[] = "# expect: ";
    struct bma_error error = {.status = BMA_OK};
    char found[BMA_ERROR_MESSAGE_SIZE + 64], *bytes = NULL;
    size_t length;

    print_message("%s\n", path);
    assert_int_equal(bma_file_read(path, 1 << 20, &bytes, &length, &error), BMA_OK);
    assert_int_equal(strncmp(bytes, mark, sizeof mark - 1), 0);
    bytes[strcspn(bytes, "\n")] = '\0';
    assert_int_equal(read(path, &error), BMA_ERROR_INPUT);
    assert_string_equal(error.file, path);
    snprintf(found, sizeof found, "%u:%u %s", (unsigned)error.line, (unsigned)error.column, error.message);
    assert_string_equal(found, bytes + sizeof mark - 1);
    bma_free(bytes);
}

static void check_all(const char *folder, read_file read, uint32_t least)
{
    const char *const *names;
    struct bma_arena arena;
    struct bma_error error;
    uint32_t count;

    bma_arena_init(&arena);
    assert_int_equal(bma_folder_list(folder, &arena, &names, &count, &error), BMA_OK);
    assert_true(count >= least);
    for (uint32_t i = 0; i < count; i++)
        check(bma_arena_printf(&arena, "%s/%s", folder, names[i]), read);
    bma_arena_release(&arena);
}

static void test_baselines(void **state)
{
    (void)state;
    check_all(BMA_FIXTURES "/malformed/baselines", read_baseline, 18);
}

static void test_waivers(void **state)
{
    (void)state;
    check_all(BMA_FIXTURES "/malformed/waivers", read_waivers, 15);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_baselines),
        cmocka_unit_test(test_waivers),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

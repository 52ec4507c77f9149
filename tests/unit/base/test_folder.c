#include "base/folder.h"

#include <dirent.h>
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* What the C library's readdir() would give: two names, then what `last` says. */
static struct dirent given;
static int calls, last;

struct dirent *readdir(DIR *listing)
{
    static const char *const names[] = {"two.txt", "one.txt"};

    (void)listing;
    if (calls == 2) {
        if (last != 0)
            errno = last;
        return NULL;
    }
    strcpy(given.d_name, names[calls++]);
    return &given;
}

static enum bma_status list(int end, uint32_t *count, struct bma_error *error)
{
    const char *const *names;
    struct bma_arena arena;
    enum bma_status status;

    calls = 0;
    last = end;
    errno = ENOENT; /* of a call long before */
    bma_arena_init(&arena);
    status = bma_folder_list(".", &arena, &names, count, error);
    if (status == BMA_OK)
        assert_string_equal(names[0], "one.txt");
    bma_arena_release(&arena);
    return status;
}

/* A folder that cannot be read to its end is not a folder with fewer files. */
static void test_list(void **state)
{
    struct bma_error error;
    uint32_t count;

    (void)state;
    assert_int_equal(list(0, &count, &error), BMA_OK);
    assert_int_equal(count, 2);
    assert_int_equal(list(EIO, &count, &error), BMA_ERROR_IO);
    assert_string_equal(error.file, ".");
    assert_non_null(strstr(error.message, "cannot list the folder"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_list)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}

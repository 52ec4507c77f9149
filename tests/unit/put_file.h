/* A file made for a test, in a folder of the test's own. */
#ifndef TESTS_PUT_FILE_H
#define TESTS_PUT_FILE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

static inline void put_file(const char *folder, const char *name, const char *content)
{
    char path[256];
    FILE *file;

    assert_true((size_t)snprintf(path, sizeof path, "%s/%s", folder, name) < sizeof path);
    file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(content, 1, strlen(content), file), strlen(content));
    assert_int_equal(fclose(file), 0);
}

#endif

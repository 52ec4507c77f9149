#include "base/arena.h"
#include "base/buffer.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/replace.h"
#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static void test_utf8(void **state)
{
    static const struct {
        const char *bytes;
        size_t valid, count, width;
    } cases[] = {
        {"", 0, 0, 0},
        {"plain words of text", 19, 19, 19},
        {"caf\xc3\xa9", 5, 4, 4},
        {"\xe4\xba\xba", 3, 1, 2},
        {"e\xcc\x81", 3, 2, 1},
        {"abcdefghij\xff", 10, 11, 11},
        {"a\xc3", 1, 2, 2},
        {"\xed\xa0\x80", 0, 3, 3},
        {"\xc0\xaf", 0, 2, 2},
        {"\xf4\x90\x80\x80", 0, 4, 4},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t length = strlen(cases[i].bytes);
        assert_int_equal(bma_utf8_check(cases[i].bytes, length), cases[i].valid);
        assert_int_equal(bma_utf8_count(cases[i].bytes, length), cases[i].count);
        assert_int_equal(bma_utf8_width(cases[i].bytes, length), cases[i].width);
    }
}

static void test_line(void **state)
{
    static const struct {
        const char *text, *line;
    } cases[] = {
        {"caf\xc3\xa9", "caf\xc3\xa9"},
        {"a\x1b[2Jb\n", "a [2Jb "},
        {"a\xc2\x9b"
         "2Jb",
         "a 2Jb"}, /* CSI in one character */
        {"a\xe2\x80\xae"
         "b\xe2\x81\xa6"
         "c",
         "a?b?c"},
        {"a\xef\xbb\xbf"
         "b\xff\x9b",
         "a?b??"},
        {"123456789\xc3\xa9", "123456789"}, /* a character that does not fit whole */
    };
    char out[11];

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        bma_utf8_line(out, sizeof out, cases[i].text);
        assert_string_equal(out, cases[i].line);
    }
    strcpy(out, "ab\xe2\x80");
    bma_utf8_trim(out);
    assert_string_equal(out, "ab");
    strcpy(out, "ab\xc3\xa9");
    bma_utf8_trim(out);
    assert_string_equal(out, "ab\xc3\xa9");
}

static void test_error(void **state)
{
    struct bma_error error;
    char out[64];
    char tiny[6];

    (void)state;
    assert_int_equal(bma_error_set(&error, BMA_ERROR_INPUT, "a.txt", 3, 7, "found \"%s\"", "x\x1b\n\xff"),
                     BMA_ERROR_INPUT);
    bma_error_format(&error, out, sizeof out);
    assert_string_equal(out, "a.txt:3:7: found \"x  ?\"");
    bma_error_set(&error, BMA_ERROR_IO, error.file, 3, 0, "again: %s", error.message);
    bma_error_format(&error, out, sizeof out);
    assert_string_equal(out, "a.txt:3: again: found \"x  ?\"");
    bma_error_set(&error, BMA_ERROR_IO, "\xe2\x80\xae.txt", 0, 0, "\xe2\x81\xa6x\xe2\x81\xa9");
    bma_error_format(&error, out, sizeof out);
    assert_string_equal(out, "?.txt: ?x?");
    bma_error_set(&error, BMA_ERROR_IO, NULL, 0, 0, "%300s\xc3\xa9%300s", "", "");
    assert_int_equal(bma_utf8_check(error.message, strlen(error.message)), strlen(error.message));
    bma_error_set(&error, BMA_ERROR_IO, NULL, 0, 0, "abcd\xc3\xa9");
    bma_error_format(&error, tiny, sizeof tiny);
    assert_string_equal(tiny, "abcd");
    assert_int_equal(bma_error_set(NULL, BMA_ERROR_IO, NULL, 0, 0, "x"), BMA_ERROR_IO);
}

static void test_arena(void **state)
{
    struct bma_arena arena;

    (void)state;
    bma_arena_init(&arena);
    for (int round = 0; round < 3; round++) {
        for (size_t size = 0; size < 3000; size += 37) {
            char *object = bma_arena_calloc(&arena, 1, size);
            assert_non_null(object);
            assert_int_equal((uintptr_t)object % 16, 0);
            for (size_t i = 0; i < size; i++)
                assert_int_equal(object[i], 0);
            memset(object, 0x5a, size);
        }
        bma_arena_reset(&arena);
        assert_int_equal(arena.used, 0);
    }
    assert_null(bma_arena_calloc(&arena, SIZE_MAX / 2, 3));
    assert_null(bma_arena_alloc(&arena, SIZE_MAX));
    assert_string_equal(bma_arena_printf(&arena, "%s-%d", "HR", 1), "HR-1");
    bma_arena_release(&arena);
}

static void test_buffer(void **state)
{
    struct bma_buffer buffer;
    size_t length;

    (void)state;
    bma_buffer_init(&buffer);
    bma_buffer_adds(&buffer, "ab");
    bma_buffer_addf(&buffer, "%d%s", 12, "c");
    bma_buffer_addc(&buffer, '!');
    assert_string_equal(buffer.bytes, "ab12c!");
    bma_memory_fail_at(1);
    for (int i = 0; i < 100; i++)
        bma_buffer_addc(&buffer, 'x');
    bma_memory_fail_at(0);
    assert_true(buffer.failed);
    assert_null(bma_buffer_detach(&buffer, &length));
    char *bytes = bma_buffer_detach(&buffer, &length);
    assert_string_equal(bytes, "");
    assert_int_equal(length, 0);
    bma_free(bytes);
}

static void test_grow(void **state)
{
    int *array = NULL;
    size_t capacity = 0;

    (void)state;
    assert_int_equal(bma_grow(&array, &capacity, 9, sizeof *array), 0);
    assert_int_equal(capacity, 16);
    assert_int_equal(bma_grow(&array, &capacity, SIZE_MAX / 2, sizeof *array), -1);
    assert_int_equal(capacity, 16);
    bma_memory_fail_at(2);
    void *first = bma_malloc(1);
    assert_non_null(first);
    assert_null(bma_malloc(1));
    assert_null(bma_calloc(1, 1));
    assert_int_equal(bma_memory_count(), 3);
    bma_memory_fail_at(0);
    bma_free(first);
    bma_free(array);
}

static void test_file(void **state)
{
    struct bma_error error;
    char *bytes = NULL;
    size_t length = 0;
    char folder[] = "file-test-XXXXXX";
    struct stat about;

    (void)state;
    assert_non_null(mkdtemp(folder));
    char *path = bma_path_join(folder, "out.txt");
    assert_int_equal(bma_file_write(path, "old", 3, &error), BMA_OK);
    assert_int_equal(chmod(path, 0666), 0); /* whatever the umask says of new files */
    mode_t before = umask(027);
    assert_int_equal(bma_file_write(path, "a\0b", 3, &error), BMA_OK);
    umask(before);
    assert_int_equal(stat(path, &about), 0);
    assert_int_equal(about.st_mode & 0777, 0666);
    assert_int_equal(bma_file_read(path, 3, &bytes, &length, &error), BMA_OK);
    assert_int_equal(length, 3);
    assert_memory_equal(bytes, "a\0b", 4);
    bma_free(bytes);
    assert_int_equal(bma_file_read(path, 2, &bytes, &length, &error), BMA_ERROR_LIMIT);
    assert_string_equal(error.message, "the file is larger than the limit of 2 bytes");
    assert_int_equal(bma_file_read(folder, 9, &bytes, &length, &error), BMA_ERROR_IO);
    assert_string_equal(error.message, "expected a file, found a folder");
    assert_int_equal(bma_file_read("no/such", 9, &bytes, &length, &error), BMA_ERROR_IO);
    assert_string_equal(error.file, "no/such");
    assert_int_equal(bma_file_write(folder, "x", 1, &error), BMA_ERROR_IO);
    unlink(path);
    assert_int_equal(rmdir(folder), 0); /* nothing temporary is left */
    bma_free(path);
}

static bool holds(const char *path, const char *words)
{
    struct bma_error error;
    char *bytes = NULL;
    size_t length;
    bool same = bma_file_read(path, 100, &bytes, &length, &error) == BMA_OK && strcmp(bytes, words) == 0;

    bma_free(bytes);
    return same;
}

/* Links stay links, whether they lead somewhere or not; what leads round in a circle is an error. */
static void test_links(void **state)
{
    char folder[] = "link-test-XXXXXX", here[4096], name[256];
    struct bma_error error;
    struct stat about;

    (void)state;
    assert_non_null(mkdtemp(folder));
    assert_non_null(getcwd(here, sizeof here));
    assert_int_equal(chdir(folder), 0);
    assert_int_equal(mkdir("sub", 0777) | symlink("sub/second", "first") | symlink("../real", "sub/second"),
                     0);
    assert_int_equal(symlink("round", "round"), 0);
    assert_int_equal(bma_file_write("first", "new", 3, &error), BMA_OK);
    assert_int_equal(bma_file_write("first", "newer", 5, &error), BMA_OK);
    assert_true(holds("real", "newer"));
    assert_true(lstat("first", &about) == 0 && S_ISLNK(about.st_mode));
    assert_true(lstat("sub/second", &about) == 0 && S_ISLNK(about.st_mode));
    assert_int_equal(bma_file_write("round", "x", 1, &error), BMA_ERROR_IO);
    assert_string_equal(error.file, "round");
    assert_int_equal(bma_file_write_private("first", "own", 3, &error), BMA_OK);
    assert_true(holds("real", "newer") && holds("first", "own"));
    /* A name as long as the system lets it be. */
    memset(name, 'n', sizeof name - 1);
    name[sizeof name - 1] = '\0';
    assert_int_equal(bma_file_write(name, "x", 1, &error), BMA_OK);
    unlink(name);
    unlink("first");
    unlink("round");
    unlink("real");
    unlink("sub/second");
    assert_int_equal(rmdir("sub"), 0);
    assert_int_equal(chdir(here), 0);
    assert_int_equal(rmdir(folder), 0);
}

/* What has the temporary name already is somebody's, and stays; what is dropped leaves nothing. */
static void test_replacement(void **state)
{
    char folder[] = "part-test-XXXXXX";
    struct bma_replacement file, other;
    struct bma_error error;

    (void)state;
    assert_non_null(mkdtemp(folder));
    char *path = bma_path_join(folder, "out");
    assert_int_equal(bma_replacement_open(&file, path, &error), BMA_OK);
    assert_int_equal(write(file.descriptor, "one", 3), 3);
    assert_int_equal(bma_replacement_open(&other, path, &error), BMA_OK);
    assert_string_not_equal(file.part, other.part);
    bma_replacement_drop(&other);
    assert_int_equal(access(path, F_OK), -1);
    assert_int_equal(bma_replacement_commit(&file, &error), BMA_OK);
    assert_true(holds(path, "one"));
    unlink(path);
    assert_int_equal(rmdir(folder), 0);
    bma_free(path);
}

static void test_endings(void **state)
{
    static const struct {
        const char *path, *ending;
        bool ends;
    } cases[] = {
        {"case.yaml", ".yaml", true},      {"CASE.YAML", ".yaml", true},     {"dir/case.Yml", ".yml", true},
        {"case.yaml.txt", ".yaml", false}, {"case.yam", ".yaml", false},     {"yaml", ".yaml", false},
        {".yaml", ".yaml", false},         {"dir/.yaml", ".yaml", false},    {"dir.yaml/x", ".yaml", false},
        {"caseyaml", ".yaml", false},      {"\xc3\x89.yaml", ".yaml", true}, {"", ".yaml", false},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (bma_path_ends_with(cases[i].path, cases[i].ending) != cases[i].ends)
            fail_msg("'%s' and '%s'", cases[i].path, cases[i].ending);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_utf8),   cmocka_unit_test(test_error),       cmocka_unit_test(test_arena),
        cmocka_unit_test(test_buffer), cmocka_unit_test(test_grow),        cmocka_unit_test(test_file),
        cmocka_unit_test(test_links),  cmocka_unit_test(test_replacement), cmocka_unit_test(test_endings),
        cmocka_unit_test(test_line),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

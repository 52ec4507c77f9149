/* Every draft under fixtures/coherence names the kinds of fault that the check finds in it, and no others. */
#include "base/file.h"
#include "base/memory.h"
#include "readers/reader.h"
#include "rules/host.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char *const ids[] = {"CX-1", "CX-2", "CX-3", "CX-4", "CX-5"};

static void compare(const char *path, const char *expected, const struct bma_findings *findings)
{
    for (size_t k = 0; k < sizeof ids / sizeof *ids; k++) {
        bool wanted = strstr(expected, ids[k]) != NULL, found = false;

        for (uint32_t i = 0; i < findings->coherence_count; i++)
            found |= strcmp(findings->coherence[i].id, ids[k]) == 0;
        if (wanted != found)
            fail_msg("%s: %s is %s", path, ids[k], found ? "found, but not expected" : "not found");
    }
}

static void check_file(struct bma_pack *pack, const char *path)
{
    struct bma_error error = {.status = BMA_OK};
    struct bma_arena arena;
    struct bma_host *host = NULL;
    struct bma_annotator *annotator = NULL;
    struct bma_document *document = NULL;
    struct bma_annotated text;
    struct bma_findings findings;
    struct bma_case agreement = {.path = path};
    char *bytes = NULL, *body;
    size_t length;

    bma_arena_init(&arena);
    assert_int_equal(bma_file_read(path, 1 << 20, &bytes, &length, &error), BMA_OK);
    body = strstr(bytes, "\n---\n");
    assert_non_null(body);
    *body = '\0';
    body += 5;
    assert_int_equal(bma_read_document("case.txt", body, strlen(body), bma_lexicon_conventions(pack->lexicon),
                                       &document, &error),
                     BMA_OK);
    agreement.document = document;
    assert_int_equal(bma_annotator_new(pack->lexicon, &annotator, &error), BMA_OK);
    assert_int_equal(bma_host_new(pack, NULL, &host, &error), BMA_OK);
    assert_int_equal(bma_annotate(annotator, document, &arena, &text, &error), BMA_OK);
    assert_int_equal(bma_host_run(host, &text, &agreement, &arena, &findings, &error), BMA_OK);
    compare(path, bytes, &findings);
    bma_host_free(host);
    bma_annotator_free(annotator);
    bma_document_free(document);
    bma_arena_release(&arena);
    bma_free(bytes);
}

static int is_text(const struct dirent *entry)
{
    size_t length = strlen(entry->d_name);

    return length > 4 && strcmp(entry->d_name + length - 4, ".txt") == 0;
}

static void every_fixture(void **state)
{
    struct bma_error error = {.status = BMA_OK};
    struct bma_pack *pack = NULL;
    struct dirent **entries = NULL;
    int count = scandir(BMA_FIXTURES "/coherence", &entries, is_text, alphasort);

    (void)state;
    assert_true(count > 0);
    assert_int_equal(bma_pack_load(BMA_SOURCE_DIR "/rules/m4md-2011", NULL, &pack, &error), BMA_OK);
    for (int i = 0; i < count; i++) {
        char path[1400];

        snprintf(path, sizeof path, "%s/%s", BMA_FIXTURES "/coherence", entries[i]->d_name);
        check_file(pack, path);
        free(entries[i]);
    }
    free(entries);
    bma_pack_free(pack);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_fixture)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}

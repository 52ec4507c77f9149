/* What begins as a page is one; anything else is a part of a packed document. */
#include "fuzz.h"

#include "readers/extract.h"
#include "readers/markup.h"

static void read_page(const char *bytes, size_t size)
{
    struct bma_extract extract;
    struct bma_error error;

    bma_extract_init(&extract, "page.html");
    (void)bma_html_read(bytes, size, &extract, &error);
    bma_extract_release(&extract);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct bma_markup *root;
    struct bma_arena arena;
    struct bma_error error;

    if (size > 1 && data[0] == '<' && data[1] == 'h') {
        read_page((const char *)data, size);
        return 0;
    }
    bma_arena_init(&arena);
    (void)bma_markup_xml("draft.docx", "part", (const char *)data, size, &arena, &root, &error);
    bma_arena_release(&arena);
    return 0;
}

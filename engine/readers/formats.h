/* Which format a draft has: told by its first bytes, then by the ending of its name. */
#ifndef BMA_READERS_FORMATS_H
#define BMA_READERS_FORMATS_H

#include "readers/extract.h"

struct bma_format {
    const char *name; /* as reports give it: "text", "markdown", "docx" … */
    /* NULL: the bytes are the text */
    enum bma_status (*read)(const char *bytes, size_t length, struct bma_extract *out,
                            struct bma_error *error);
    bool paged;   /* headers and numbers of pages may stand in the text */
    bool printed; /* letters had widths of their own: full lines differ in how many they hold */
};

/*
 * Of bytes that errors call path, in a file whose name would be `like`; NULL, with *error set, where they are
 * of a format that cannot be read.
 */
const struct bma_format *bma_format_tell(const char *path, const char *like, const char *bytes, size_t length,
                                         struct bma_error *error);

#endif

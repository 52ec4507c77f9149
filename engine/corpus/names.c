#include "corpus/names.h"

#include <string.h>

void bma_name_plain(const char *path, struct bma_buffer *out)
{
    size_t start = out->length;

    if (path[0] == '/')
        bma_buffer_addc(out, '/');
    while (*(path += strspn(path, "/")) != '\0') {
        size_t length = strcspn(path, "/");
        if (length != 1 || path[0] != '.') {
            if (out->length > start && out->bytes[out->length - 1] != '/')
                bma_buffer_addc(out, '/');
            bma_buffer_add(out, path, length);
        }
        path += length;
    }
    if (out->length == start)
        bma_buffer_addc(out, '.');
    else if (out->length == start + 1 && out->bytes[start] == '-') { /* a file, not the standard input */
        out->length = start;
        bma_buffer_adds(out, "./-");
    }
}

enum bma_named bma_name_is_named(const char *name, const char *path)
{
    size_t length = strlen(path);

    if (strcmp(path, ".") == 0)
        return name[0] != '/' ? BMA_NAMED_BELOW : BMA_NAMED_NOT;
    if (strncmp(path, name, length) != 0)
        return BMA_NAMED_NOT;
    if (name[length] == '\0')
        return BMA_NAMED_ITSELF;
    return name[length] == '/' || strcmp(path, "/") == 0 ? BMA_NAMED_BELOW : BMA_NAMED_NOT;
}

const char *bma_name_without_zeros(const char *id)
{
    while (id[0] == '0' && id[1] != '\0')
        id++;
    return id;
}

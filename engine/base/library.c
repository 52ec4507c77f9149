#include "base/library.h"

#include <dlfcn.h>
#include <string.h>

bool bma_library_load(const char *file, const struct bma_symbol *symbols, size_t count)
{
    void *library = dlopen(file, RTLD_NOW | RTLD_LOCAL);

    if (library == NULL)
        return false;
    for (size_t i = 0; i < count; i++) {
        void *address = dlsym(library, symbols[i].name);
        if (address == NULL)
            return false;
        memcpy(symbols[i].place, &address, sizeof address);
    }
    return true;
}

/* Opening packs and sessions, with the user's folder for compiled packs. */
#include "cli/cli.h"

#include "base/file.h"
#include "base/memory.h"
#include "corpus/run.h"

#include <stdlib.h>
#include <string.h>

/*
 * BMA_CACHE names the folder, or is "off"; else it is bma in XDG_CACHE_HOME, or in .cache of HOME.  A folder
 * that is not given in full is none, as the XDG Base Directory Specification says.  NULL: no compiled pack is
 * used; "": none is kept, as there is no folder for it.
 */
static char *cache_folder(void)
{
    const char *named = getenv("BMA_CACHE"), *xdg = getenv("XDG_CACHE_HOME"), *home = getenv("HOME");

    if (named != NULL && *named != '\0')
        return *named == '/' ? bma_strndup(named, strlen(named)) : NULL;
    if (xdg != NULL && *xdg == '/')
        return bma_path_join(xdg, "bma");
    return home != NULL && *home == '/' ? bma_path_join(home, ".cache/bma") : bma_strndup("", 0);
}

bool cli_session_open(struct bma_session *session, const char *pack, const char *profile,
                      struct bma_error *error)
{
    char *cache = cache_folder();
    bool opened = bma_session_open(session, pack, cache, profile, error) == BMA_OK;

    bma_free(cache);
    return opened;
}

bool cli_pack_open(const char *wanted, struct bma_pack **out, struct bma_error *error)
{
    char *cache = cache_folder(), *folder = NULL;
    bool opened = bma_pack_locate(wanted, &folder, error) == BMA_OK &&
                  bma_pack_load(folder, cache, out, error) == BMA_OK;

    bma_free(folder);
    bma_free(cache);
    return opened;
}

/*
 * Compiled packs, kept from one run to the next.
 *
 * Reading a pack's files is quick, compiling its phrases and rules is not: what comes of it is kept as an
 * image (base/image.h) in a folder of the user's own, and used in place when all that it depends on is the
 * same: every file of the pack (by its bytes, or where these were not read, by its looks: pack_seen.h), the
 * folder that it was read from, the program and its libraries, and the layout of its memory.  So results
 * never depend on it.  Each folder of a pack, as it is named, has one image, which a newer one
 * replaces at once.
 *
 * Beside the user's folder there is one that belongs to the installation, where the program compiled the
 * packs that are installed with it (CMakeLists.txt): whoever runs it for the first time, or has no folder
 * for such things, need not compile them.
 *
 * An image is believed only where nobody else can have written it: the folder and the file belong to the user
 * or to root and may be written by nobody else, the file is a regular one and no link, and its checksum
 * holds.  Anything else, an image that cannot be written included, means that the pack is compiled, and is no
 * error.
 */
#ifndef BMA_RULES_PACK_CACHE_H
#define BMA_RULES_PACK_CACHE_H

#include "rules/pack.h"

#include <stdbool.h>

#define BMA_PACK_CACHE_INSTALLED BMA_DATA_DIR "/compiled"

/*
 * Fills all of the pack, and maps the image for the life of the pack; false when there is none to use.
 * Where the pack has its sha256 already, the image must be of the same bytes, else of the same looks.
 */
bool bma_pack_cache_load(struct bma_pack *pack, const char *cache);

/* Keeps what was parsed; an empty name, where there is no home, keeps nothing. */
void bma_pack_cache_save(const struct bma_pack *pack, const char *cache);

/* Gives the image back; after everything that lies in it. */
void bma_pack_cache_release(struct bma_pack *pack);

#endif

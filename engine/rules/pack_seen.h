/*
 * What the files of a pack looked like when they were read, as stat(2) tells: a pack that still looks the
 * same need not be read again to know what is in it.
 *
 * Every file that was read is on the list, every folder that was listed, as a new file changes its folder,
 * and whatever was looked for and not there.  A file that is written to gets another time of change, which no
 * ordinary program can set back; one that is put in place of another is another file.  Only a change in the
 * same tick of the clock would go unseen, so that what changed within two seconds before it was read is not
 * relied upon at all.
 */
#ifndef BMA_RULES_PACK_SEEN_H
#define BMA_RULES_PACK_SEEN_H

#include "rules/pack.h"

#include <stdbool.h>
#include <time.h>

struct bma_image;

/* Fills `seen` of a pack whose reading began at `begun`; none where it cannot be relied upon. */
void bma_pack_see(struct bma_pack *pack, const struct bma_lexicon_files *lexicon, time_t begun);

/* Whether there is such a list, and nothing on it has changed since. */
bool bma_pack_is_as_seen(const struct bma_pack *pack);

/* The list as fields of an image. */
void bma_pack_seen_image(struct bma_image *image, struct bma_pack *pack);

#endif

/* What the files of gathering share; private to this room. */
#ifndef BMA_RELIABILITY_GATHER_PARTS_H
#define BMA_RELIABILITY_GATHER_PARTS_H

#include "corpus/run.h"
#include "corpus/store.h"

#include <stddef.h>

/* A draft, and where its ratings stand. */
struct bma_draft {
    const char *path;
    const char *name;  /* of the file, without folder and ending */
    const char *table; /* of labels; NULL: none */
    bool named;        /* by the caller, not found in a folder */
    int64_t stored;    /* its row in the database; 0: it is to be weighed */
    bool failed;       /* the database has no findings of it */
    bool without_text; /* the database has those of a coder */
};

struct bma_drafts {
    struct bma_draft *items; /* on the heap */
    size_t count, capacity;
};

/* "" or what follows the last point of the file's name, with the point. */
const char *bma_ending_of(const char *path);

/*
 * The drafts that paths name, files and folders of files, with their tables in labels (NULL: beside them).
 * With a store they are those of its current run of texts that was made with this pack: all of them where
 * count is 0.
 */
enum bma_status bma_drafts_find(struct bma_store *store, const struct bma_pack *pack, char *const *paths,
                                int count, const char *labels, struct bma_arena *arena,
                                struct bma_drafts *out, struct bma_error *error);

/*
 * What the database holds of one agreement: its findings, each with its first evidence, and what a coder gave
 * in the case file.  All lives in arena.
 */
enum bma_status bma_stored_read(struct bma_store *store, int64_t id, const struct bma_pack *pack,
                                struct bma_arena *arena, struct bma_findings *findings,
                                struct bma_case *agreement, struct bma_error *error);

#endif

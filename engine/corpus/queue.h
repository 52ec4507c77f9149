/*
 * What is to be done: names in the order of their bytes, each once.  They stand in a temporary table
 * beside the store, so that memory does not grow with the corpus.
 */
#ifndef BMA_CORPUS_QUEUE_H
#define BMA_CORPUS_QUEUE_H

#include "base/buffer.h"
#include "corpus/metadata.h"
#include "corpus/store.h"

/* Which part of the corpus is taken: a name belongs to the part that its own hash says, whatever else is
 * there. */
struct bma_shard {
    unsigned part, parts; /* 1-based; parts 0 or 1: everything */
};

/* An empty queue in place of what there was. */
enum bma_status bma_queue_open(struct bma_store *store, struct bma_error *error);

/*
 * Adds a draft or case file; all those below a folder, hidden ones and other formats left out; or those
 * that a list names, one a line ("-": standard input; a name that ends in .list).  A text that a case
 * file of the same folder or list names is left to the case file.  Names are kept plain (names.h).
 */
enum bma_status bma_queue_add(struct bma_store *store, const struct bma_shard *shard, const char *path,
                              struct bma_error *error);

/* Whether the name ends as those of drafts do, which are taken below a folder. */
bool bma_is_draft_name(const char *path);

enum bma_status bma_queue_count(struct bma_store *store, uint64_t *count, struct bma_error *error);

/*
 * The first name after `name`, which it replaces, and the hash of what the run holds done under it ("" for
 * nothing); *found is false at the end.  With streams asked for (BMA_STREAM_… bits) what the store has not
 * kept for all of them counts as nothing.
 */
enum bma_status bma_queue_next(struct bma_store *store, int64_t run, unsigned streams,
                               struct bma_buffer *name, char known[65], bool *found, struct bma_error *error);

/*
 * Finds which agreement of the queue each row of the table means.  A row that means several is an INPUT error
 * with its line.
 */
enum bma_status bma_queue_match(struct bma_store *store, struct bma_metadata *metadata,
                                struct bma_error *error);

/* Removes from the run what is not in the queue. */
enum bma_status bma_queue_prune(struct bma_store *store, int64_t run, struct bma_error *error);

/*
 * The hash of all that is read for an agreement: of a text, its SHA-256; of a case file, that of the file
 * followed by that of the text it names.
 */
enum bma_status bma_input_hash(const char *path, char out[65], struct bma_error *error);

#endif

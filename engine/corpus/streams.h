/*
 * What streams said of an agreement, kept in the store, so that a stream is whole without weighing again what
 * has not changed.  Rows are packed (deflate), as scorecards are long and say much alike.  The table stream
 * is made when a stream is first asked for; it is no result, and merging leaves it out.
 */
#ifndef BMA_CORPUS_STREAMS_H
#define BMA_CORPUS_STREAMS_H

#include "base/buffer.h"
#include "corpus/store.h"

enum { BMA_STREAM_CSV = 1, BMA_STREAM_JSONL = 2 }; /* bits */

/* Makes the table where there is none. */
enum bma_status bma_streams_open(struct bma_store *store, struct bma_error *error);

/* The bytes of one stream; packed is empty where there are none, or where they cannot be packed here. */
struct bma_kept {
    struct bma_buffer plain, packed;
};
void bma_kept_init(struct bma_kept *kept);
void bma_kept_release(struct bma_kept *kept);
void bma_kept_clear(struct bma_kept *kept);
bool bma_kept_failed(const struct bma_kept *kept); /* memory ran out */
/* Packs what is plain; needs no store, so that any thread may do it. */
void bma_kept_pack(struct bma_kept *kept);

/* Writes what is packed for an agreement weighed from these bytes; a stream that is not there stays as it
 * was. */
enum bma_status bma_streams_keep(struct bma_store *store, int64_t agreement, const char *sha256,
                                 const struct bma_kept *csv, const struct bma_kept *jsonl,
                                 struct bma_error *error);

/* Reads the streams (bits) of an agreement of the run into what is plain. */
enum bma_status bma_streams_read(struct bma_store *store, int64_t run, const char *name, unsigned streams,
                                 struct bma_kept *csv, struct bma_kept *jsonl, struct bma_error *error);

#endif

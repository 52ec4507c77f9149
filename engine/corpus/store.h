/*
 * The results database (schema.sql, docs/corpus.md).
 *
 * A store belongs to one thread at a time.  Everything about one agreement is
 * written in one transaction, so that a process killed at any moment leaves
 * whole agreements only.  Writing goes through WAL with synchronous=NORMAL:
 * a crash of the program loses nothing that was committed.
 *
 * Commands that compare files rather than a database fill a store in memory
 * (path NULL), so that there is one way of asking.
 */
#ifndef BMA_CORPUS_STORE_H
#define BMA_CORPUS_STORE_H

#include "base/error.h"
#include "scoring/scorecard.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct sqlite3;
struct bma_store;

enum bma_store_mode {
    BMA_STORE_READ,  /* must exist and be a results database */
    BMA_STORE_WRITE, /* made where it does not exist; refused where it is another database */
};

/* path NULL: in memory.  A file that is no results database is an INPUT error that says so. */
enum bma_status bma_store_open(const char *path, enum bma_store_mode mode, struct bma_store **out,
                               struct bma_error *error);
void bma_store_close(struct bma_store *store); /* NULL is legal */

/* For rooms that ask their own questions: borrowed, closed with the store. */
struct sqlite3 *bma_store_handle(struct bma_store *store);
const char *bma_store_path(const struct bma_store *store); /* borrowed; ":memory:" where there is no file */
/* The last SQLite error as a bma_error, with the path of the database. */
enum bma_status bma_store_error(struct bma_store *store, struct bma_error *error);

/*
 * Between these two everything is one transaction; they may be nested.  The end takes the status so
 * far: where it is an error, all since the beginning is undone, and that status is returned.
 */
enum bma_status bma_store_begin(struct bma_store *store, struct bma_error *error);
enum bma_status bma_store_end(struct bma_store *store, enum bma_status status, struct bma_error *error);

/*
 * The run of this pack and profile, made with its criteria where there is none
 * yet.  source is "text" or "coded".  It becomes the run that views look at.
 */
enum bma_status bma_store_run(struct bma_store *store, const char *source, const struct bma_pack *pack,
                              const char *profile, int64_t *run, struct bma_error *error);

/*
 * Writes one agreement with all that was found, in place of what the run held of that name, under the
 * same id.  card->text is NULL for an agreement of a coding table.
 */
enum bma_status bma_store_add(struct bma_store *store, int64_t run, const char *name, const char *sha256,
                              const struct bma_scorecard *card, int64_t *agreement, struct bma_error *error);
/* Writes that it failed, and why. */
enum bma_status bma_store_add_failure(struct bma_store *store, int64_t run, const char *name,
                                      const char *sha256, const struct bma_error *why,
                                      struct bma_error *error);

/* The first agreement of the current runs that failed, by name, as an INPUT error; BMA_OK where none did. */
enum bma_status bma_store_failure(struct bma_store *store, struct bma_error *error);

#endif

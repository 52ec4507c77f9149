/*
 * The whole line in one call: a file in, a scorecard out.
 *
 * A session holds what every draft shares (pack, scoring) and one worker's
 * scratch (annotator, Lua host); a check holds what belongs to one draft.  Use one
 * session per thread.  A check may be used again and again: it keeps its largest block of
 * memory, and nothing of the draft before.
 */
#ifndef BMA_CORPUS_RUN_H
#define BMA_CORPUS_RUN_H

#include "corpus/metadata.h"
#include "rules/host.h"
#include "scoring/scorecard.h"

struct bma_session {
    struct bma_pack *pack;
    struct bma_scoring *scoring;
    struct bma_annotator *annotator;
    struct bma_host *host;
    bool shared; /* pack and scoring are another session's */
    const struct bma_review
        *review; /* NULL, or what every card is made with; the caller's, set after opening */
    const struct bma_metadata *metadata; /* the same: what is known of drafts besides */
};

struct bma_check {
    struct bma_arena arena;
    struct bma_case *agreement;
    struct bma_annotated text;
    struct bma_findings findings;
    struct bma_scorecard card; /* borrows from all of the above, and from the session */
};

/*
 * folder NULL: bma_pack_locate(); cache NULL: no compiled pack is kept (rules/pack_cache.h); profile NULL:
 * the pack's default.
 */
enum bma_status bma_session_open(struct bma_session *session, const char *folder, const char *cache,
                                 const char *profile, struct bma_error *error);
/* A session for another thread, on the pack and scoring of one that outlives it. */
enum bma_status bma_session_share(struct bma_session *session, const struct bma_session *owner,
                                  struct bma_error *error);
/* The pack, which was opened without a cache, takes these bytes for its likeness.csv. */
enum bma_status bma_session_relearn(struct bma_session *session, const char *bytes, size_t length,
                                    struct bma_error *error);
void bma_session_close(struct bma_session *session);

void bma_check_init(struct bma_check *check);
void bma_check_release(struct bma_check *check);

/*
 * Reads and weighs the draft or case file at path.  check->card is valid until the
 * check is used again or released, and while the session is open.
 */
enum bma_status bma_session_check(struct bma_session *session, const char *path, struct bma_check *check,
                                  struct bma_error *error);

/* The same for bytes in memory; name is what they are called, and their format is that of a file called like.
 */
enum bma_status bma_session_check_text(struct bma_session *session, const char *name, const char *like,
                                       const char *bytes, size_t length, struct bma_check *check,
                                       struct bma_error *error);

/*
 * The folder of the rule pack, on the heap (bma_free): `wanted` when it is not NULL, else $BMA_PACK, else
 * the installed pack, else that of the source tree the library was built from.
 */
enum bma_status bma_pack_locate(const char *wanted, char **out, struct bma_error *error);

#endif

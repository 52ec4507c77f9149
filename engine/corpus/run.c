#include "corpus/run.h"

#include "base/memory.h"
#include "corpus/coded_case.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define PACK "m4md-2011"

static enum bma_status copy(const char *folder, char **out, struct bma_error *error)
{
    *out = bma_strndup(folder, strlen(folder));
    return *out != NULL ? BMA_OK : bma_error_memory(error);
}

enum bma_status bma_pack_locate(const char *wanted, char **out, struct bma_error *error)
{
    static const char *const places[] = {BMA_DATA_DIR "/rules/" PACK, BMA_SOURCE_DIR "/rules/" PACK};
    const char *named = wanted != NULL ? wanted : getenv("BMA_PACK");

    *out = NULL;
    if (named != NULL && *named != '\0')
        return copy(named, out, error);
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        char manifest[4096];
        size_t length = strlen(places[i]);
        if (length + sizeof "/pack.yaml" > sizeof manifest)
            continue;
        memcpy(manifest, places[i], length);
        memcpy(manifest + length, "/pack.yaml", sizeof "/pack.yaml");
        if (access(manifest, R_OK) == 0)
            return copy(places[i], out, error);
    }
    return bma_error_set(error, BMA_ERROR_PACK, places[0], 0, 0,
                         "no rule pack is installed here; name one with --pack or BMA_PACK");
}

/* What a thread needs for itself. */
static enum bma_status open_scratch(struct bma_session *session, struct bma_error *error)
{
    enum bma_status status = bma_annotator_new(session->pack->lexicon, &session->annotator, error);

    if (status == BMA_OK)
        status = bma_host_new(session->pack, NULL, &session->host, error);
    return status;
}

static enum bma_status open_parts(struct bma_session *session, const char *folder, const char *cache,
                                  const char *profile, struct bma_error *error)
{
    enum bma_status status = bma_pack_load(folder, cache, &session->pack, error);

    if (status == BMA_OK)
        status = bma_scoring_load(session->pack, profile, &session->scoring, error);
    return status == BMA_OK ? open_scratch(session, error) : status;
}

enum bma_status bma_session_open(struct bma_session *session, const char *folder, const char *cache,
                                 const char *profile, struct bma_error *error)
{
    enum bma_status status;
    char *located = NULL;

    *session = (struct bma_session){0};
    status = bma_pack_locate(folder, &located, error);
    if (status == BMA_OK)
        status = open_parts(session, located, cache, profile, error);
    bma_free(located);
    if (status != BMA_OK)
        bma_session_close(session);
    return status;
}

enum bma_status bma_session_share(struct bma_session *session, const struct bma_session *owner,
                                  struct bma_error *error)
{
    enum bma_status status;

    *session = (struct bma_session){.pack = owner->pack,
                                    .scoring = owner->scoring,
                                    .review = owner->review,
                                    .metadata = owner->metadata,
                                    .shared = true};
    status = open_scratch(session, error);
    if (status != BMA_OK)
        bma_session_close(session);
    return status;
}

enum bma_status bma_session_relearn(struct bma_session *session, const char *bytes, size_t length,
                                    struct bma_error *error)
{
    enum bma_status status = bma_pack_relearn(session->pack, bytes, length, error);

    bma_host_free(session->host);
    session->host = NULL;
    return status == BMA_OK ? bma_host_new(session->pack, NULL, &session->host, error) : status;
}

void bma_session_close(struct bma_session *session)
{
    bma_host_free(session->host);
    bma_annotator_free(session->annotator);
    if (!session->shared) {
        bma_scoring_free(session->scoring);
        bma_pack_free(session->pack);
    }
    *session = (struct bma_session){0};
}

void bma_check_init(struct bma_check *check)
{
    memset(check, 0, sizeof *check);
    bma_arena_init(&check->arena);
}

void bma_check_release(struct bma_check *check)
{
    bma_case_free(check->agreement);
    bma_arena_release(&check->arena);
    memset(check, 0, sizeof *check);
}

static void begin(struct bma_check *check)
{
    bma_case_free(check->agreement);
    check->agreement = NULL;
    bma_arena_reset(&check->arena);
}

/* A draft in another language would seem to lack everything. */
static enum bma_status check_language(const struct bma_session *session, const struct bma_check *check,
                                      struct bma_error *error)
{
    const struct bma_conventions *words = bma_lexicon_conventions(session->pack->lexicon);
    uint32_t known = bma_known_words(&check->text);

    if (known >= words->known_words)
        return BMA_OK;
    return bma_error_set(
        error, BMA_ERROR_INPUT, check->agreement->path, 0, 0,
        "this does not seem to be in the language of the rules (%s): they know %u of 100 of its "
        "words, and at least %u of such a text; give them a translation",
        words->language, (unsigned)known, (unsigned)words->known_words);
}

/* Everything after reading. */
static enum bma_status weigh(struct bma_session *session, struct bma_check *check, struct bma_error *error)
{
    static const char silent[] = "Not weighed: the case file has no text, and its coder says nothing of it";
    enum bma_status status;

    if (check->agreement->without_text)
        return bma_coded_case_weigh(session, check, silent, error);
    status = bma_annotate(session->annotator, check->agreement->document, &check->arena, &check->text, error);
    if (status == BMA_ERROR_LIMIT && error && *error->file == '\0')
        (void)bma_error_set(error, status, check->agreement->path, error->line, error->column, "%s",
                            error->message);
    if (status == BMA_OK)
        status = check_language(session, check, error);
    if (status == BMA_OK)
        status = bma_host_run(session->host, &check->text, check->agreement, &check->arena, &check->findings,
                              error);
    if (status == BMA_OK)
        status = bma_scorecard_make(session->scoring, session->pack, check->agreement, &check->text,
                                    &check->findings, session->review, &check->arena, &check->card, error);
    return status;
}

enum bma_status bma_session_check(struct bma_session *session, const char *path, struct bma_check *check,
                                  struct bma_error *error)
{
    enum bma_status status;

    begin(check);
    status = bma_case_read(path, bma_lexicon_conventions(session->pack->lexicon), &check->agreement, error);
    if (status == BMA_OK && session->metadata != NULL)
        bma_metadata_apply(session->metadata, check->agreement);
    return status == BMA_OK ? weigh(session, check, error) : status;
}

enum bma_status bma_session_check_text(struct bma_session *session, const char *name, const char *like,
                                       const char *bytes, size_t length, struct bma_check *check,
                                       struct bma_error *error)
{
    enum bma_status status;

    begin(check);
    status = bma_case_from_text(name, like, bytes, length, bma_lexicon_conventions(session->pack->lexicon),
                                &check->agreement, error);
    return status == BMA_OK ? weigh(session, check, error) : status;
}

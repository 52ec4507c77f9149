/* What one run and one agreement look like as rows. */
#include "corpus/store_parts.h"

#include "base/buffer.h"
#include "corpus/engine.h"
#include "reports/parties.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* ---- the run ---- */

static enum bma_status add_criterion(struct bma_store *store, int64_t run, const struct bma_pack *pack,
                                     uint32_t i, struct bma_error *error)
{
    const struct bma_rule *rule = &pack->rules[i];
    struct bma_row row = bma_row(store, BMA_SQL_CRITERION);
    struct bma_buffer answers;
    enum bma_status status;

    bma_buffer_init(&answers);
    bma_buffer_adds(&answers, "");
    for (uint32_t k = 0; k < rule->answer_count; k++)
        bma_buffer_addf(&answers, "%s%s", k > 0 ? " " : "", rule->answers[k]);
    bma_row_integer(&row, run);
    bma_row_text(&row, rule->id);
    bma_row_integer(&row, i);
    bma_row_text(&row, pack->dimensions[rule->dimension].id);
    bma_row_text(&row, rule->title);
    bma_row_text(&row, bma_priority_name(bma_pack_priority(pack, rule->id)));
    bma_row_text(&row, answers.length > 0 ? answers.bytes : "");
    status = bma_row_done(&row, NULL, error);
    if (answers.failed)
        status = bma_error_memory(error);
    bma_buffer_release(&answers);
    return status;
}

static enum bma_status add_run(struct bma_store *store, struct bma_row *key, const struct bma_pack *pack,
                               int64_t *run, struct bma_error *error)
{
    enum bma_status status;

    bma_row_text(key, BMA_VERSION);
    bma_row_text(key, pack->id);
    bma_row_text(key, pack->version);
    status = bma_row_done(key, run, error);
    for (uint32_t i = 0; status == BMA_OK && i < pack->dimension_count; i++) {
        struct bma_row row = bma_row(store, BMA_SQL_DIMENSION);
        bma_row_integer(&row, *run);
        bma_row_text(&row, pack->dimensions[i].id);
        bma_row_integer(&row, i);
        bma_row_text(&row, pack->dimensions[i].name);
        status = bma_row_done(&row, NULL, error);
    }
    for (uint32_t i = 0; status == BMA_OK && i < pack->rule_count; i++)
        status = add_criterion(store, *run, pack, i, error);
    return status;
}

static struct bma_row run_key(struct bma_store *store, enum bma_sql which, const char *source,
                              const struct bma_pack *pack, const char *profile)
{
    struct bma_row row = bma_row(store, which);

    bma_row_text(&row, source);
    bma_row_text(&row, bma_engine_sha256);
    bma_row_text(&row, pack->sha256);
    bma_row_text(&row, profile);
    return row;
}

/* The run that views look at: the one last worked on. */
static enum bma_status set_current(struct bma_store *store, const char *source, int64_t run,
                                   struct bma_error *error)
{
    struct bma_row row = bma_row(store, BMA_SQL_META);
    char key[64], value[24];

    snprintf(key, sizeof key, "current %s run", source);
    snprintf(value, sizeof value, "%" PRId64, run);
    bma_row_text(&row, key);
    bma_row_text(&row, value);
    return bma_row_done(&row, NULL, error);
}

/* Takes the lock before it looks, so that of two first runs at once one makes the run and the other finds it.
 */
static enum bma_status find_run(struct bma_store *store, const char *source, const struct bma_pack *pack,
                                const char *profile, int64_t *run, struct bma_error *error)
{
    enum bma_status status =
        bma_store_execute(store, "UPDATE meta SET value = value WHERE key = 'schema'", error);
    struct bma_row row;

    if (status != BMA_OK)
        return status;
    row = run_key(store, BMA_SQL_RUN_FIND, source, pack, profile);
    status = bma_row_done(&row, run, error);
    if (status != BMA_OK || *run != 0)
        return status;
    row = run_key(store, BMA_SQL_RUN_ADD, source, pack, profile);
    return add_run(store, &row, pack, run, error);
}

enum bma_status bma_store_run(struct bma_store *store, const char *source, const struct bma_pack *pack,
                              const char *profile, int64_t *run, struct bma_error *error)
{
    enum bma_status status = bma_store_begin(store, error);

    if (status != BMA_OK)
        return status;
    status = find_run(store, source, pack, profile, run, error);
    if (status == BMA_OK)
        status = set_current(store, source, *run, error);
    return bma_store_end(store, status, error);
}

/* ---- transactions: savepoints, so that many agreements can be one batch ---- */

enum bma_status bma_store_begin(struct bma_store *store, struct bma_error *error)
{
    return bma_store_execute(store, "SAVEPOINT part", error);
}

enum bma_status bma_store_end(struct bma_store *store, enum bma_status status, struct bma_error *error)
{
    if (status == BMA_OK)
        status = bma_store_execute(store, "RELEASE part", error);
    if (status != BMA_OK)
        sqlite3_exec(store->database, "ROLLBACK TO part; RELEASE part", NULL, NULL, NULL);
    return status;
}

/* ---- one agreement ---- */

static enum bma_status add_head(struct bma_store *store, int64_t run, const char *name, const char *sha256,
                                const struct bma_scorecard *card, int64_t *id, struct bma_error *error)
{
    const struct bma_document *document = card->text != NULL ? card->text->document : NULL;
    struct bma_row row = bma_row(store, BMA_SQL_AGREEMENT);
    struct bma_buffer pair;
    enum bma_status status;

    bma_buffer_init(&pair);
    bma_card_pair(card, &pair);
    bma_row_integer(&row, run);
    bma_row_text(&row, name);
    bma_row_text(&row, sha256);
    bma_row_text(&row, "done");
    bma_row_null(&row);
    bma_row_text(&row, document != NULL ? document->format : NULL);
    bma_row_text(&row, card->title != NULL && card->title[0] != '\0' ? card->title : NULL);
    bma_row_text(&row, bma_instrument_name(card->instrument));
    if (card->agreement->year != 0)
        bma_row_integer(&row, card->agreement->year);
    else
        bma_row_null(&row);
    bma_row_text(&row, pair.length > 0 ? pair.bytes : NULL);
    bma_row_real(&row, card->overall.value);
    bma_row_real(&row, card->overall.low);
    bma_row_real(&row, card->overall.high);
    bma_row_text(&row, card->grade);
    bma_row_text(&row, card->capped_by);
    status = bma_row_done(&row, id, error);
    if (pair.failed)
        status = bma_error_memory(error);
    bma_buffer_release(&pair);
    return status;
}

static enum bma_status clear(struct bma_store *store, int64_t id, struct bma_error *error)
{
    enum bma_status status = BMA_OK;

    for (int which = BMA_SQL_CLEAR; status == BMA_OK && which < BMA_SQL_PARTY; which++) {
        struct bma_row row = bma_row(store, (enum bma_sql)which);
        bma_row_integer(&row, id);
        status = bma_row_done(&row, NULL, error);
    }
    return status;
}

static enum bma_status add_parties(struct bma_store *store, int64_t id, const struct bma_scorecard *card,
                                   struct bma_error *error)
{
    enum bma_status status = BMA_OK;
    struct bma_buffer name;

    bma_buffer_init(&name);
    for (size_t i = 0; status == BMA_OK && i < card->party_count; i++) {
        struct bma_row row = bma_row(store, BMA_SQL_PARTY);
        bma_buffer_clear(&name);
        bma_card_plain_party(card, card->parties[i].name, &name);
        bma_row_integer(&row, id);
        bma_row_integer(&row, (int64_t)i);
        bma_row_text(&row, name.length > 0 ? name.bytes : "");
        bma_row_text(&row,
                     card->parties[i].role != BMA_ROLE_UNKNOWN ? bma_role_name(card->parties[i].role) : NULL);
        status = bma_row_done(&row, NULL, error);
        if (name.failed)
            status = bma_error_memory(error);
    }
    bma_buffer_release(&name);
    return status;
}

/* fault: the position of a coherence fault, or OF_FINDING. */
enum { OF_FINDING = -1 };
static enum bma_status add_evidence(struct bma_store *store, int64_t id, const char *criterion, int64_t fault,
                                    int64_t position, const struct bma_evidence *e, struct bma_error *error)
{
    bool placed = e->voice == BMA_VOICE_TEXT;
    const int64_t place[] = {e->source.start, e->source.end, e->line, e->column};
    struct bma_row row = bma_row(store, BMA_SQL_EVIDENCE);

    bma_row_integer(&row, id);
    bma_row_text(&row, criterion);
    bma_row_integer(&row, fault);
    bma_row_integer(&row, position);
    bma_row_text(&row, bma_voice_name(e->voice));
    bma_row_text(&row, bma_evidence_role_name(e->role));
    bma_row_integer(&row, e->level);
    bma_row_text(&row, e->quote);
    bma_row_text(&row, e->citation);
    for (int k = 0; placed && k < 4; k++)
        bma_row_integer(&row, place[k]);
    return bma_row_done(&row, NULL, error);
}

/* What works against the criterion comes first: position 0 is what a reader is pointed at. */
static enum bma_status add_finding_evidence(struct bma_store *store, int64_t id,
                                            const struct bma_finding *finding, struct bma_error *error)
{
    enum bma_status status = BMA_OK;
    int64_t position = 0;

    for (int against = 1; against >= 0; against--) {
        for (uint32_t i = 0; status == BMA_OK && i < finding->evidence_count; i++) {
            const struct bma_evidence *e = &finding->evidence[i];
            if ((e->role == BMA_EVIDENCE_CONTRADICTS) == (against == 1))
                status = add_evidence(store, id, finding->criterion, OF_FINDING, position++, e, error);
        }
    }
    return status;
}

static const char *reason_of(const struct bma_finding *finding)
{
    const char *reason = finding->status == BMA_FINDING_ERROR ? finding->error : finding->reason;

    return reason != NULL ? reason : "";
}

static enum bma_status add_finding(struct bma_store *store, int64_t id, const struct bma_scorecard *card,
                                   uint32_t i, struct bma_error *error)
{
    const struct bma_finding *finding = &card->findings->items[i];
    bool decided = finding->status == BMA_FINDING_DECIDED;
    struct bma_row row = bma_row(store, BMA_SQL_FINDING);
    enum bma_status status;

    bma_row_integer(&row, id);
    bma_row_text(&row, finding->criterion);
    bma_row_text(&row, bma_finding_status_name(finding->status));
    if (decided)
        bma_row_integer(&row, finding->level);
    else
        bma_row_null(&row);
    bma_row_integer(&row, decided && !finding->contradicted && finding->level >= card->met_level);
    bma_row_integer(&row, finding->contradicted);
    bma_row_integer(&row, finding->likely);
    bma_row_integer(&row, finding->doubtful);
    bma_row_real(&row, card->scores[i]);
    bma_row_real(&row, card->weights[i]);
    bma_row_text(&row, reason_of(finding));
    status = bma_row_done(&row, NULL, error);
    if (status == BMA_OK)
        status = add_finding_evidence(store, id, finding, error);
    return status;
}

static enum bma_status add_faults(struct bma_store *store, int64_t id, const struct bma_findings *findings,
                                  struct bma_error *error)
{
    enum bma_status status = BMA_OK;

    for (uint32_t i = 0; status == BMA_OK && i < findings->coherence_count; i++) {
        const struct bma_coherence *fault = &findings->coherence[i];
        struct bma_row row = bma_row(store, BMA_SQL_COHERENCE);
        bma_row_integer(&row, id);
        bma_row_integer(&row, i);
        bma_row_text(&row, fault->id);
        bma_row_text(&row, fault->message);
        status = bma_row_done(&row, NULL, error);
        for (uint32_t k = 0; status == BMA_OK && k < fault->evidence_count; k++)
            status = add_evidence(store, id, fault->id, i, k, &fault->evidence[k], error);
    }
    return status;
}

static enum bma_status add_scores(struct bma_store *store, int64_t id, const struct bma_scorecard *card,
                                  struct bma_error *error)
{
    enum bma_status status = BMA_OK;

    for (uint32_t i = 0; status == BMA_OK && i < card->dimension_count; i++) {
        const struct bma_dimension_result *result = &card->dimensions[i];
        const uint32_t counts[] = {result->criteria, result->met, result->contradicted,
                                   result->not_applicable};
        struct bma_row row = bma_row(store, BMA_SQL_SCORE);

        bma_row_integer(&row, id);
        bma_row_text(&row, result->dimension->id);
        bma_row_real(&row, result->score.value);
        bma_row_real(&row, result->score.low);
        bma_row_real(&row, result->score.high);
        for (int k = 0; k < 4; k++)
            bma_row_integer(&row, counts[k]);
        status = bma_row_done(&row, NULL, error);
    }
    return status;
}

static enum bma_status add_codings(struct bma_store *store, int64_t id, const struct bma_scorecard *card,
                                   struct bma_error *error)
{
    const struct bma_case *agreement = card->agreement;
    enum bma_status status = BMA_OK;

    for (size_t i = 0; status == BMA_OK && i < agreement->coding_count; i++) {
        const struct bma_coding *coding = &agreement->codings[i];
        struct bma_row row = bma_row(store, BMA_SQL_CODING);

        bma_row_integer(&row, id);
        bma_row_text(&row, card->text != NULL ? "case file" : "coding table");
        bma_row_text(&row, coding->criterion);
        if (coding->level >= 0)
            bma_row_integer(&row, coding->level);
        else
            bma_row_null(&row);
        bma_row_integer(&row, coding->contradicted);
        bma_row_text(&row, coding->article != NULL ? coding->article : "");
        bma_row_text(&row, coding->note != NULL ? coding->note : "");
        status = bma_row_done(&row, NULL, error);
    }
    return status;
}

static enum bma_status add_card(struct bma_store *store, int64_t id, const struct bma_scorecard *card,
                                struct bma_error *error)
{
    enum bma_status status = clear(store, id, error);

    if (status == BMA_OK)
        status = add_parties(store, id, card, error);
    for (uint32_t i = 0; status == BMA_OK && i < card->findings->count; i++)
        status = add_finding(store, id, card, i, error);
    if (status == BMA_OK)
        status = add_faults(store, id, card->findings, error);
    if (status == BMA_OK)
        status = add_scores(store, id, card, error);
    return status == BMA_OK ? add_codings(store, id, card, error) : status;
}

enum bma_status bma_store_add(struct bma_store *store, int64_t run, const char *name, const char *sha256,
                              const struct bma_scorecard *card, int64_t *agreement, struct bma_error *error)
{
    int64_t id = 0;
    enum bma_status status = bma_store_begin(store, error);

    if (status != BMA_OK)
        return status;
    status = add_head(store, run, name, sha256, card, &id, error);
    if (status == BMA_OK)
        status = add_card(store, id, card, error);
    if (agreement != NULL)
        *agreement = id;
    return bma_store_end(store, status, error);
}

enum bma_status bma_store_add_failure(struct bma_store *store, int64_t run, const char *name,
                                      const char *sha256, const struct bma_error *why,
                                      struct bma_error *error)
{
    char message[BMA_ERROR_MESSAGE_SIZE + BMA_ERROR_FILE_SIZE + 32];
    struct bma_row row;
    int64_t id = 0;
    enum bma_status status = bma_store_begin(store, error);

    if (status != BMA_OK)
        return status;
    bma_error_format(why, message, sizeof message);
    row = bma_row(store, BMA_SQL_AGREEMENT);
    bma_row_integer(&row, run);
    bma_row_text(&row, name);
    bma_row_text(&row, sha256);
    bma_row_text(&row, "failed");
    bma_row_text(&row, message); /* the columns left are NULL */
    status = bma_row_done(&row, &id, error);
    if (status == BMA_OK)
        status = clear(store, id, error);
    return bma_store_end(store, status, error);
}

enum bma_status bma_store_failure(struct bma_store *store, struct bma_error *error)
{
    sqlite3_stmt *statement = NULL;
    enum bma_status status = BMA_OK;

    if (sqlite3_prepare_v2(store->database, "SELECT error FROM failure ORDER BY name LIMIT 1", -1, &statement,
                           NULL) != SQLITE_OK)
        return bma_store_error(store, error);
    if (sqlite3_step(statement) == SQLITE_ROW)
        status = bma_error_set(error, BMA_ERROR_INPUT, NULL, 0, 0, "%s", bma_column_text(statement, 0));
    sqlite3_finalize(statement);
    return status;
}

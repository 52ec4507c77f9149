/* Coded records as scorecards, and as rows of the results database. */
#include "corpus/coded.h"

#include "base/buffer.h"
#include "base/sha256.h"
#include "corpus/store_parts.h"
#include "scoring/scoring.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* ---- findings ---- */

static const char *add_reason(struct bma_arena *arena, const struct bma_coded *coded,
                              const struct bma_coded_record *record, uint32_t rule, int level)
{
    struct bma_buffer list;
    char *reason;

    bma_buffer_init(&list);
    bma_coded_values(coded, record, rule, &list);
    if (list.failed)
        reason = NULL;
    else if (list.length == 0)
        reason = bma_arena_printf(arena, "No topic of the coding table answers this criterion");
    else if (level < 0)
        reason = bma_arena_printf(arena, "The coder gave no value that decides it: %s", list.bytes);
    else
        reason = bma_arena_printf(arena, "Coded: %s", list.bytes);
    bma_buffer_release(&list);
    return reason;
}

static bool find_all(const struct bma_coded *coded, const struct bma_coded_record *record,
                     const struct bma_pack *pack, struct bma_arena *arena, struct bma_findings *out)
{
    *out = (struct bma_findings){.count = pack->rule_count};
    out->items = bma_arena_calloc(arena, pack->rule_count + 1, sizeof *out->items);
    for (uint32_t i = 0; out->items != NULL && i < pack->rule_count; i++) {
        struct bma_finding *finding = &out->items[i];
        int level = bma_coded_asks(coded, i) ? bma_coded_level(coded, record, i) : -1;
        finding->criterion = pack->rules[i].id;
        finding->status = level < 0 ? BMA_FINDING_UNDECIDED : BMA_FINDING_DECIDED;
        finding->level = level < 0 ? 0 : level;
        finding->reason = add_reason(arena, coded, record, i, level);
        finding->advice = finding->wording = "";
        if (finding->reason == NULL)
            return false;
    }
    return out->items != NULL;
}

/* What no topic answers does not weigh: the score is that of the criteria that the table can answer. */
static void leave_out(const struct bma_coded *coded, const struct bma_pack *pack, struct bma_scoring *scoring)
{
    for (uint32_t rule = 0; rule < pack->rule_count; rule++)
        if (!bma_coded_asks(coded, rule))
            scoring->rule_weights[rule] = 0;
}

/* ---- rows ---- */

/* One import: what all its rows share. */
struct import {
    const struct bma_coded *coded;
    const struct bma_pack *pack;
    const struct bma_scoring *scoring;
    struct bma_store *store;
    sqlite3_stmt *value, *coding;
    int64_t run;
    struct bma_error *error;
};

static void hash_word(struct bma_sha256 *hash, const char *word)
{
    bma_sha256_add(hash, word, strlen(word) + 1);
}

static void hash_record(const struct bma_coded *coded, const struct bma_coded_record *record, char out[65])
{
    struct bma_sha256 hash;
    const char *instrument = bma_instrument_name(record->instrument);
    char year[16]; /* in figures, so that the hash is the same on every machine */

    snprintf(year, sizeof year, "%d", record->year);
    bma_sha256_init(&hash);
    hash_word(&hash, record->id);
    hash_word(&hash, record->title);
    hash_word(&hash, year);
    hash_word(&hash, instrument != NULL ? instrument : "");
    for (uint32_t i = 0; i < record->party_count; i++)
        hash_word(&hash, record->parties[i].name);
    for (uint32_t i = 0; i < coded->item_count; i++) {
        hash_word(&hash, coded->items[i].id);
        bma_sha256_add(&hash, &record->values[i], 1);
    }
    bma_sha256_hex(&hash, out);
}

static enum bma_status finish(struct import *import, sqlite3_stmt *statement)
{
    int result = sqlite3_step(statement);

    sqlite3_reset(statement);
    return result == SQLITE_DONE ? BMA_OK : bma_store_error(import->store, import->error);
}

static enum bma_status add_values(struct import *import, const struct bma_coded_record *record, int64_t id)
{
    enum bma_status status = BMA_OK;

    for (uint32_t i = 0; i < import->coded->item_count && status == BMA_OK; i++) {
        sqlite3_bind_int64(import->value, 1, id);
        sqlite3_bind_text(import->value, 2, import->coded->items[i].id, -1, SQLITE_STATIC);
        if (record->values[i] == BMA_CODED_MISSING)
            sqlite3_bind_null(import->value, 3);
        else
            sqlite3_bind_int(import->value, 3, record->values[i]);
        status = finish(import, import->value);
    }
    if (status != BMA_OK)
        return status;
    sqlite3_bind_int64(import->coding, 1, id);
    return finish(import, import->coding);
}

static enum bma_status add_record(struct import *import, struct bma_coded_record *record,
                                  struct bma_arena *arena)
{
    static const struct bma_document no_document = {.path = ""};
    struct bma_annotated no_text = {.document = &no_document};
    struct bma_case agreement = {
        .path = record->id, .title = record->title, .instrument = record->instrument, .year = record->year};
    struct bma_findings findings;
    struct bma_scorecard card;
    char sha256[65];
    int64_t id;
    enum bma_status status;

    agreement.parties = record->parties;
    agreement.party_count = record->party_count;
    if (!find_all(import->coded, record, import->pack, arena, &findings))
        return bma_error_memory(import->error);
    status = bma_scorecard_make(import->scoring, import->pack, &agreement, &no_text, &findings, NULL, arena,
                                &card, import->error);
    if (status != BMA_OK)
        return status;
    card.text = NULL;
    hash_record(import->coded, record, sha256);
    status = bma_store_add(import->store, import->run, record->id, sha256, &card, &id, import->error);
    return status == BMA_OK ? add_values(import, record, id) : status;
}

static enum bma_status add_items(struct import *import)
{
    static const char sql[] = "INSERT INTO item (id, position, criteria) VALUES (?1, ?2, ?3) ON CONFLICT (id)"
                              " DO UPDATE SET position = excluded.position, criteria = excluded.criteria";
    sqlite3_stmt *statement = NULL;
    enum bma_status status = BMA_OK;

    if (sqlite3_prepare_v2(bma_store_handle(import->store), sql, -1, &statement, NULL) != SQLITE_OK)
        return bma_store_error(import->store, import->error);
    for (uint32_t i = 0; i < import->coded->item_count && status == BMA_OK; i++) {
        const struct bma_coded_item *item = &import->coded->items[i];
        char criteria[512] = "";
        for (uint32_t k = 0; k < item->rule_count; k++)
            snprintf(criteria + strlen(criteria), sizeof criteria - strlen(criteria), "%s%s",
                     k > 0 ? " " : "", import->pack->rules[item->rules[k]].id);
        sqlite3_bind_text(statement, 1, item->id, -1, SQLITE_STATIC);
        sqlite3_bind_int64(statement, 2, i);
        sqlite3_bind_text(statement, 3, criteria, -1, SQLITE_TRANSIENT);
        status = finish(import, statement);
    }
    sqlite3_finalize(statement);
    return status;
}

static enum bma_status add_records(struct import *import)
{
    struct bma_arena arena;
    enum bma_status status = BMA_OK;

    bma_arena_init(&arena);
    for (uint32_t i = 0; i < import->coded->record_count && status == BMA_OK; i++) {
        bma_arena_reset(&arena);
        status = add_record(import, &import->coded->records[i], &arena);
    }
    bma_arena_release(&arena);
    return status;
}

/* What an earlier import of the run said of topics; the agreements keep their ids for this one. */
static enum bma_status forget_values(struct import *import)
{
    char sql[256];

    snprintf(sql, sizeof sql,
             "DELETE FROM item_value WHERE agreement_id IN (SELECT id FROM agreement WHERE run_id = %" PRId64
             "); DELETE FROM item WHERE id NOT IN (SELECT item FROM item_value)",
             import->run);
    return bma_store_execute(import->store, sql, import->error);
}

/* An agreement that has got no values now is no longer in the table. */
static enum bma_status forget_records(struct import *import)
{
    char sql[192];

    snprintf(sql, sizeof sql,
             "DELETE FROM agreement WHERE run_id = %" PRId64
             " AND id NOT IN (SELECT agreement_id FROM item_value)",
             import->run);
    return bma_store_execute(import->store, sql, import->error);
}

static enum bma_status prepare(struct import *import)
{
    static const char value[] = "INSERT OR REPLACE INTO item_value (agreement_id, item, value)"
                                " VALUES (?1, ?2, ?3)";
    static const char coding[] =
        "INSERT INTO coding (agreement_id, coder, criterion, level, contradicted, article, note)"
        " SELECT agreement_id, 'coding table', criterion, level, contradicted, '', reason FROM finding"
        " WHERE agreement_id = ?1 AND status = 'decided'";
    sqlite3 *database = bma_store_handle(import->store);

    if (sqlite3_prepare_v2(database, value, -1, &import->value, NULL) != SQLITE_OK ||
        sqlite3_prepare_v2(database, coding, -1, &import->coding, NULL) != SQLITE_OK)
        return bma_store_error(import->store, import->error);
    return BMA_OK;
}

static enum bma_status add_all(struct import *import, const char *profile)
{
    enum bma_status status =
        bma_store_run(import->store, "coded", import->pack, profile, &import->run, import->error);

    if (status == BMA_OK)
        status = forget_values(import);
    if (status == BMA_OK)
        status = add_items(import);
    if (status == BMA_OK)
        status = prepare(import);
    if (status == BMA_OK)
        status = add_records(import);
    if (status == BMA_OK)
        status = forget_records(import);
    sqlite3_finalize(import->value);
    sqlite3_finalize(import->coding);
    return status;
}

enum bma_status bma_coded_store(const struct bma_coded *coded, const struct bma_pack *pack,
                                const char *profile, struct bma_store *store, struct bma_error *error)
{
    struct import import = {.coded = coded, .pack = pack, .store = store, .error = error};
    struct bma_scoring *scoring = NULL;
    enum bma_status status = bma_scoring_load(pack, profile, &scoring, error);

    if (status != BMA_OK)
        return status;
    leave_out(coded, pack, scoring);
    import.scoring = scoring;
    status = bma_store_begin(store, error);
    if (status == BMA_OK)
        status = bma_store_end(store, add_all(&import, scoring->profile), error);
    bma_scoring_free(scoring);
    return status;
}

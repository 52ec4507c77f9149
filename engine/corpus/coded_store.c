/* Coded records as scorecards, and as rows of the results database. */
#include "corpus/coded.h"

#include "base/sha256.h"
#include "corpus/coded_case.h"
#include "corpus/store_parts.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* One import: what all its rows share. */
struct import {
    const struct bma_coded *coded;
    const struct bma_pack *pack;
    struct bma_session session; /* pack and scoring alone: nothing is read */
    struct bma_check check;
    struct bma_store *store;
    int64_t run;
    struct bma_error *error;
};

/* ---- a record as a case without a text ---- */

static enum bma_status code_rule(const struct import *import, const struct bma_coded_record *record,
                                 uint32_t rule, struct bma_arena *arena, struct bma_case *out)
{
    int level = bma_coded_level(import->coded, record, rule);
    struct bma_coding coding = {.criterion = import->pack->rules[rule].id, .level = level, .article = ""};
    struct bma_buffer values;

    bma_buffer_init(&values);
    bma_coded_values(import->coded, record, rule, &values);
    if (!values.failed)
        coding.note = bma_arena_strndup(arena, values.bytes, values.length);
    bma_buffer_release(&values);
    if (coding.note == NULL)
        return bma_error_memory(import->error);
    if (level < 0)
        out->left_open[out->left_open_count++] = coding;
    else
        out->codings[out->coding_count++] = coding;
    return BMA_OK;
}

static enum bma_status make_case(const struct import *import, struct bma_coded_record *record,
                                 struct bma_arena *arena, struct bma_case *out)
{
    static struct bma_document no_document = {.path = ""};
    uint32_t rules = import->pack->rule_count;
    enum bma_status status = BMA_OK;

    *out = (struct bma_case){.path = record->id,
                             .title = record->title,
                             .instrument = record->instrument,
                             .year = record->year,
                             .parties = record->parties,
                             .party_count = record->party_count,
                             .document = &no_document,
                             .without_text = true};
    out->codings = bma_arena_calloc(arena, rules + 1u, sizeof *out->codings);
    out->left_open = bma_arena_calloc(arena, rules + 1u, sizeof *out->left_open);
    if (out->codings == NULL || out->left_open == NULL)
        return bma_error_memory(import->error);
    for (uint32_t rule = 0; status == BMA_OK && rule < rules; rule++)
        if (bma_coded_asks(import->coded, rule))
            status = code_rule(import, record, rule, arena, out);
    return status;
}

/* ---- rows ---- */

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

static enum bma_status add_values(struct import *import, const struct bma_coded_record *record, int64_t id)
{
    enum bma_status status = BMA_OK;

    for (uint32_t i = 0; i < import->coded->item_count && status == BMA_OK; i++) {
        struct bma_row row = bma_row(import->store, BMA_SQL_ITEM_VALUE);
        bma_row_integer(&row, id);
        bma_row_text(&row, import->coded->items[i].id);
        if (record->values[i] == BMA_CODED_MISSING)
            bma_row_null(&row);
        else
            bma_row_integer(&row, record->values[i]);
        status = bma_row_done(&row, NULL, import->error);
    }
    return status;
}

static enum bma_status add_record(struct import *import, struct bma_coded_record *record)
{
    static const char silent[] = "No topic of the coding table answers this criterion";
    struct bma_check *check = &import->check;
    struct bma_case agreement;
    char sha256[65];
    int64_t id;
    enum bma_status status;

    bma_arena_reset(&check->arena);
    status = make_case(import, record, &check->arena, &agreement);
    check->agreement = &agreement;
    if (status == BMA_OK)
        status = bma_coded_case_weigh(&import->session, check, silent, import->error);
    check->agreement = NULL;
    if (status != BMA_OK)
        return status;
    check->card.text = NULL;
    hash_record(import->coded, record, sha256);
    status = bma_store_add(import->store, import->run, record->id, sha256, &check->card, &id, import->error);
    return status == BMA_OK ? add_values(import, record, id) : status;
}

static enum bma_status add_item(struct import *import, uint32_t i)
{
    const struct bma_coded_item *item = &import->coded->items[i];
    struct bma_row row = bma_row(import->store, BMA_SQL_ITEM);
    struct bma_buffer criteria;
    enum bma_status status;

    bma_buffer_init(&criteria);
    bma_coded_criteria(item, import->pack, &criteria);
    bma_row_text(&row, item->id);
    bma_row_integer(&row, i);
    bma_row_text(&row, criteria.length > 0 ? criteria.bytes : "");
    status = bma_row_done(&row, NULL, import->error);
    if (criteria.failed)
        status = bma_error_memory(import->error);
    bma_buffer_release(&criteria);
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

static enum bma_status add_all(struct import *import, const char *profile)
{
    enum bma_status status =
        bma_store_run(import->store, "coded", import->pack, profile, &import->run, import->error);

    if (status == BMA_OK)
        status = forget_values(import);
    for (uint32_t i = 0; status == BMA_OK && i < import->coded->item_count; i++)
        status = add_item(import, i);
    for (uint32_t i = 0; status == BMA_OK && i < import->coded->record_count; i++)
        status = add_record(import, &import->coded->records[i]);
    return status == BMA_OK ? forget_records(import) : status;
}

enum bma_status bma_coded_store(const struct bma_coded *coded, struct bma_pack *pack, const char *profile,
                                struct bma_store *store, struct bma_error *error)
{
    struct import import = {
        .coded = coded, .pack = pack, .session.pack = pack, .store = store, .error = error};
    enum bma_status status = bma_scoring_load(pack, profile, &import.session.scoring, error);

    if (status != BMA_OK)
        return status;
    bma_check_init(&import.check);
    status = bma_store_begin(store, error);
    if (status == BMA_OK)
        status = bma_store_end(store, add_all(&import, bma_scoring_profile(import.session.scoring)), error);
    bma_check_release(&import.check);
    bma_scoring_free(import.session.scoring);
    return status;
}

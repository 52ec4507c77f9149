/* The findings of one agreement as a results database holds them. */
#include "reliability/gather_parts.h"

#include "corpus/sqlite.h"

#include <string.h>

static const char *const findings_sql =
    "SELECT f.criterion, f.status, f.level, f.contradicted, e.voice, e.role, e.quote, e.citation, e.line"
    " FROM finding f LEFT JOIN evidence e ON e.agreement_id = f.agreement_id AND e.criterion = f.criterion"
    " AND e.fault = -1 AND e.position = 0 WHERE f.agreement_id = ?1";
static const char *const codings_sql = "SELECT criterion, level, contradicted, article, note FROM coding"
                                       " WHERE agreement_id = ?1 AND coder = 'case file'";

struct reading {
    const struct bma_pack *pack;
    struct bma_arena *arena;
    struct bma_findings *findings;
    struct bma_case *agreement;
    struct bma_error *error;
};

/* NULL where memory is out. */
static const char *copy(struct reading *reading, sqlite3_stmt *row, int column)
{
    const char *text = bma_column_text(row, column);

    return bma_arena_strndup(reading->arena, text, strlen(text));
}

static bool says(sqlite3_stmt *row, int column, const char *word)
{
    return strcmp(bma_column_text(row, column), word) == 0;
}

static enum bma_status read_evidence(struct reading *reading, sqlite3_stmt *row, struct bma_finding *finding)
{
    struct bma_evidence *evidence = bma_arena_calloc(reading->arena, 1, sizeof *evidence);

    if (evidence == NULL)
        return bma_error_memory(reading->error);
    evidence->voice = says(row, 4, bma_voice_name(BMA_VOICE_TEXT)) ? BMA_VOICE_TEXT : BMA_VOICE_DOSSIER;
    evidence->role = says(row, 5, bma_evidence_role_name(BMA_EVIDENCE_NEAREST)) ? BMA_EVIDENCE_NEAREST
                                                                                : BMA_EVIDENCE_SUPPORTS;
    evidence->quote = evidence->words = copy(reading, row, 6);
    evidence->citation = copy(reading, row, 7);
    evidence->line = (uint32_t)sqlite3_column_int64(row, 8);
    finding->evidence = evidence;
    finding->evidence_count = 1;
    return evidence->quote != NULL && evidence->citation != NULL ? BMA_OK : bma_error_memory(reading->error);
}

/* A database may come from anybody; what is no level is none. */
static bool has_level(sqlite3_stmt *row, int column)
{
    sqlite3_int64 level = sqlite3_column_int64(row, column);

    return sqlite3_column_type(row, column) == SQLITE_INTEGER && level >= BMA_LEVEL_ABSENT &&
           level <= BMA_LEVEL_OPERATIONAL;
}

static enum bma_status read_finding(struct reading *reading, sqlite3_stmt *row)
{
    uint32_t rule = bma_pack_find_rule(reading->pack, bma_column_text(row, 0));
    struct bma_finding *finding;

    if (rule == BMA_NONE)
        return BMA_OK;
    finding = &reading->findings->items[rule];
    if (says(row, 1, bma_finding_status_name(BMA_FINDING_DECIDED)) && has_level(row, 2))
        finding->status = BMA_FINDING_DECIDED;
    else if (says(row, 1, bma_finding_status_name(BMA_FINDING_NOT_APPLICABLE)))
        finding->status = BMA_FINDING_NOT_APPLICABLE;
    else if (says(row, 1, bma_finding_status_name(BMA_FINDING_ERROR)))
        finding->status = BMA_FINDING_ERROR;
    finding->level = has_level(row, 2) ? sqlite3_column_int(row, 2) : BMA_LEVEL_ABSENT;
    finding->contradicted = sqlite3_column_int(row, 3) != 0;
    return sqlite3_column_type(row, 4) == SQLITE_NULL ? BMA_OK : read_evidence(reading, row, finding);
}

static enum bma_status read_coding(struct reading *reading, sqlite3_stmt *row)
{
    struct bma_coding *coding = &reading->agreement->codings[reading->agreement->coding_count];
    bool applies = sqlite3_column_type(row, 1) != SQLITE_NULL;

    if ((applies && !has_level(row, 1)) || reading->agreement->coding_count == reading->pack->rule_count)
        return BMA_OK; /* no level, or of other packs: the pack's own are fewer */
    *coding = (struct bma_coding){.criterion = copy(reading, row, 0),
                                  .level = applies ? sqlite3_column_int(row, 1) : -1,
                                  .contradicted = sqlite3_column_int(row, 2) != 0,
                                  .article = copy(reading, row, 3),
                                  .note = copy(reading, row, 4)};
    reading->agreement->coding_count++;
    return coding->criterion != NULL && coding->article != NULL && coding->note != NULL
               ? BMA_OK
               : bma_error_memory(reading->error);
}

static enum bma_status read_rows(struct bma_store *store, const char *sql, int64_t id,
                                 struct reading *reading,
                                 enum bma_status (*read)(struct reading *reading, sqlite3_stmt *row))
{
    enum bma_status status = BMA_OK;
    sqlite3_stmt *row = NULL;
    int result = sqlite3_prepare_v2(bma_store_handle(store), sql, -1, &row, NULL);

    if (result == SQLITE_OK)
        result = sqlite3_bind_int64(row, 1, id);
    while (status == BMA_OK && (result == SQLITE_OK || result == SQLITE_ROW)) {
        result = sqlite3_step(row);
        if (result == SQLITE_ROW)
            status = read(reading, row);
    }
    if (status == BMA_OK && result != SQLITE_DONE)
        status = bma_store_error(store, reading->error);
    sqlite3_finalize(row);
    return status;
}

enum bma_status bma_stored_read(struct bma_store *store, int64_t id, const struct bma_pack *pack,
                                struct bma_arena *arena, struct bma_findings *findings,
                                struct bma_case *agreement, struct bma_error *error)
{
    struct reading reading = {pack, arena, findings, agreement, error};
    enum bma_status status;

    *findings = (struct bma_findings){.count = pack->rule_count};
    *agreement = (struct bma_case){.path = ""};
    findings->items = bma_arena_calloc(arena, pack->rule_count + 1u, sizeof *findings->items);
    agreement->codings = bma_arena_calloc(arena, pack->rule_count + 1u, sizeof *agreement->codings);
    if (findings->items == NULL || agreement->codings == NULL)
        return bma_error_memory(error);
    for (uint32_t i = 0; i < pack->rule_count; i++)
        findings->items[i] =
            (struct bma_finding){.criterion = pack->rules[i].id, .status = BMA_FINDING_UNDECIDED};
    status = read_rows(store, findings_sql, id, &reading, read_finding);
    return status == BMA_OK ? read_rows(store, codings_sql, id, &reading, read_coding) : status;
}

/* What a coding table says as a whole: shares per topic, decade and country. */
#include "corpus/coded.h"

#include "reports/escape.h"
#include "reports/json_writer.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SHOWN_DECADES = 10, DECADE = 10, DECADES = (BMA_LATEST_YEAR - BMA_EARLIEST_YEAR) / DECADE + 1 };

/* Which agreements are counted: all, or those of a decade or of a country. */
struct group {
    const char *kind; /* "all", "decade", "country" */
    int decade;       /* its first year; 0: of those whose year is not known */
    const char *country;
};

struct share {
    uint32_t n, agreements;
};

static bool is_in(const struct group *group, const struct bma_coded_record *record)
{
    if (group->country == NULL)
        return group->kind[0] != 'd' || record->year / DECADE * DECADE == group->decade;
    for (uint32_t i = 0; i < record->party_count; i++)
        if (strcmp(record->parties[i].name, group->country) == 0)
            return true;
    return false;
}

/* Any of these topics: 1 where one is coded 1, missing where nothing is known of them. */
static int any_of(const struct bma_coded_record *record, const uint32_t *items, uint32_t count)
{
    int value = BMA_CODED_MISSING;

    for (uint32_t i = 0; i < count; i++)
        if (record->values[items[i]] > value)
            value = record->values[items[i]];
    return value;
}

static struct share share_of(const struct bma_coded *coded, const struct group *group, const uint32_t *items,
                             uint32_t count)
{
    struct share share = {0, 0};

    for (uint32_t i = 0; i < coded->record_count; i++) {
        int value =
            is_in(group, &coded->records[i]) ? any_of(&coded->records[i], items, count) : BMA_CODED_MISSING;
        share.agreements += value != BMA_CODED_MISSING;
        share.n += value == 1;
    }
    return share;
}

static double percent(struct share share)
{
    return share.agreements > 0 ? 100.0 * share.n / share.agreements : NAN;
}

/* Agreements with a value and none of the topics. */
static struct share none(const struct bma_coded *coded)
{
    struct share share = {0, 0};

    for (uint32_t i = 0; i < coded->record_count; i++) {
        int best = BMA_CODED_MISSING;
        for (uint32_t k = 0; k < coded->item_count; k++)
            best = coded->records[i].values[k] > best ? coded->records[i].values[k] : best;
        share.agreements += best != BMA_CODED_MISSING;
        share.n += best == 0;
    }
    return share;
}

/* ---- groups ---- */

struct groups {
    struct group *items;
    uint32_t count, decades; /* all, then the decades, that of no year last, then the countries */
};

static int by_word(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void add_decade(const struct bma_coded *coded, int decade, struct groups *groups)
{
    const struct group group = {"decade", decade, NULL};
    bool there = false;

    for (uint32_t i = 0; i < coded->record_count && !there; i++)
        there = is_in(&group, &coded->records[i]);
    if (there)
        groups->items[groups->count++] = group;
}

static void add_decades(const struct bma_coded *coded, struct groups *groups)
{
    for (int decade = BMA_EARLIEST_YEAR; decade <= BMA_LATEST_YEAR; decade += DECADE)
        add_decade(coded, decade, groups);
    add_decade(coded, 0, groups);
    groups->decades = groups->count - 1;
}

/* In arena; false when memory is out. */
static bool find_groups(const struct bma_coded *coded, struct bma_arena *arena, struct groups *out)
{
    size_t most = (size_t)coded->record_count * BMA_CODED_PARTIES, count = 0;
    const char **names = bma_arena_calloc(arena, most + 1, sizeof *names);

    *out = (struct groups){.items = bma_arena_calloc(arena, most + DECADES + 2, sizeof *out->items)};
    if (names == NULL || out->items == NULL)
        return false;
    out->items[out->count++] = (struct group){"all", 0, NULL};
    add_decades(coded, out);
    for (uint32_t i = 0; i < coded->record_count; i++)
        for (uint32_t k = 0; k < coded->records[i].party_count; k++)
            names[count++] = coded->records[i].parties[k].name;
    qsort(names, count, sizeof *names, by_word);
    for (size_t i = 0; i < count; i++)
        if (i == 0 || strcmp(names[i - 1], names[i]) != 0)
            out->items[out->count++] = (struct group){"country", 0, names[i]};
    return true;
}

static void name_group(const struct group *group, char *out, size_t size)
{
    if (group->country != NULL || group->decade == 0)
        snprintf(out, size, "%s", group->country != NULL ? group->country : "");
    else
        snprintf(out, size, "%d", group->decade);
}

/* ---- text ---- */

static void text_name(struct bma_buffer *out, const char *name)
{
    size_t start = out->length;

    bma_escape_plain(out, name);
    bma_buffer_addf(out, "%*s", (int)(start + 18 > out->length ? start + 18 - out->length : 1), "");
}

static void text_share(struct bma_buffer *out, struct share share)
{
    bma_buffer_addf(out, "%5u %6.1f", (unsigned)share.n, share.agreements > 0 ? percent(share) : 0.0);
}

static void text_item(struct bma_buffer *out, const struct bma_coded *coded, const struct groups *groups,
                      uint32_t item)
{
    uint32_t shown = groups->decades < SHOWN_DECADES ? groups->decades : SHOWN_DECADES;

    text_name(out, coded->items[item].id);
    text_share(out, share_of(coded, &groups->items[0], &item, 1));
    for (uint32_t d = groups->decades - shown; d < groups->decades; d++) {
        struct share share = share_of(coded, &groups->items[1 + d], &item, 1);
        if (share.agreements == 0)
            bma_buffer_adds(out, "    \xe2\x80\x93");
        else
            bma_buffer_addf(out, " %4.0f", percent(share));
    }
    bma_buffer_adds(out, "\n");
}

static void text_decades(struct bma_buffer *out, const struct bma_coded *coded, const struct groups *groups,
                         bool counts)
{
    uint32_t shown = groups->decades < SHOWN_DECADES ? groups->decades : SHOWN_DECADES;

    for (uint32_t d = groups->decades - shown; d < groups->decades; d++) {
        uint32_t n = 0;
        for (uint32_t i = 0; i < coded->record_count; i++)
            n += is_in(&groups->items[1 + d], &coded->records[i]);
        if (counts || groups->items[1 + d].decade != 0)
            bma_buffer_addf(out, " %4u", counts ? (unsigned)n : (unsigned)groups->items[1 + d].decade);
        else
            bma_buffer_adds(out, " n.d.");
    }
    bma_buffer_adds(out, "\n");
}

static void text(struct bma_buffer *out, const struct bma_coded *coded, const struct groups *groups,
                 const struct bma_coded_any *any, uint32_t any_count)
{
    bma_buffer_addf(out, "%u agreements, %u topics, %u countries; values not given: %u\n\n",
                    (unsigned)coded->record_count, (unsigned)coded->item_count,
                    (unsigned)(groups->count - 1 - groups->decades), (unsigned)coded->missing);
    bma_buffer_addf(out, "%-18s%5s %6s", "share in percent", "n", "all");
    text_decades(out, coded, groups, false);
    bma_buffer_addf(out, "%-18s%5u %6s", "agreements", (unsigned)coded->record_count, "");
    text_decades(out, coded, groups, true);
    for (uint32_t i = 0; i < coded->item_count; i++)
        text_item(out, coded, groups, i);
    bma_buffer_adds(out, "\n");
    for (uint32_t i = 0; i < any_count; i++) {
        text_name(out, any[i].name);
        text_share(out, share_of(coded, &groups->items[0], any[i].items, any[i].count));
        bma_buffer_adds(out, "  (any of its topics)\n");
    }
    text_name(out, "no topic at all");
    text_share(out, none(coded));
    bma_buffer_adds(out, "\n\n");
    if (groups->decades > 0 && groups->items[groups->decades].decade == 0)
        bma_buffer_adds(out, "n.d.: no year is given.\n");
    bma_buffer_adds(out, "Per country: --format csv or json.\n");
}

/* ---- csv and json ---- */

struct row {
    const char *kind, *group, *item, *criteria;
    struct share share;
};

typedef void (*write_row)(struct bma_buffer *out, struct bma_json *json, const struct row *row);

static void csv_row(struct bma_buffer *out, struct bma_json *json, const struct row *row)
{
    (void)json;
    bma_escape_csv(out, row->kind);
    bma_buffer_addc(out, ',');
    bma_escape_csv(out, row->group);
    bma_buffer_addc(out, ',');
    bma_escape_csv(out, row->item);
    bma_buffer_addc(out, ',');
    bma_escape_csv(out, row->criteria);
    bma_buffer_addf(out, ",%u,%u,", (unsigned)row->share.n, (unsigned)row->share.agreements);
    if (row->share.agreements > 0)
        bma_buffer_addf(out, "%.3f", percent(row->share));
    bma_buffer_adds(out, "\r\n");
}

static void json_row(struct bma_buffer *out, struct bma_json *json, const struct row *row)
{
    (void)out;
    bma_json_object(json, NULL);
    bma_json_string(json, "kind", row->kind);
    bma_json_string(json, "group", row->group);
    bma_json_string(json, "item", row->item);
    bma_json_string(json, "criteria", row->criteria);
    bma_json_number(json, "n", row->share.n);
    bma_json_number(json, "agreements", row->share.agreements);
    bma_json_number(json, "share", percent(row->share));
    bma_json_object_end(json);
}

static void rows(struct bma_buffer *out, struct bma_json *json, const struct bma_coded *coded,
                 const struct bma_pack *pack, const struct groups *groups, const struct bma_coded_any *any,
                 uint32_t any_count, write_row write)
{
    const struct row no_topic = {"none", "", "", "", none(coded)};
    struct bma_buffer criteria;
    char name[256];

    bma_buffer_init(&criteria);
    for (uint32_t g = 0; g < groups->count; g++)
        for (uint32_t i = 0; i < coded->item_count; i++) {
            struct row row = {groups->items[g].kind, name, coded->items[i].id, "",
                              share_of(coded, &groups->items[g], &i, 1)};
            name_group(&groups->items[g], name, sizeof name);
            bma_buffer_clear(&criteria);
            bma_coded_criteria(&coded->items[i], pack, &criteria);
            row.criteria = criteria.length > 0 ? criteria.bytes : "";
            write(out, json, &row);
        }
    out->failed |= criteria.failed;
    bma_buffer_release(&criteria);
    for (uint32_t i = 0; i < any_count; i++) {
        struct row row = {"any", "", any[i].name, "",
                          share_of(coded, &groups->items[0], any[i].items, any[i].count)};
        write(out, json, &row);
    }
    write(out, json, &no_topic);
}

void bma_coded_report(const struct bma_coded *coded, const struct bma_pack *pack,
                      const struct bma_coded_any *any, uint32_t any_count, enum bma_coded_format format,
                      struct bma_buffer *out)
{
    struct bma_arena arena;
    struct groups groups;
    struct bma_json json;

    bma_arena_init(&arena);
    if (!find_groups(coded, &arena, &groups)) {
        out->failed = true;
    } else if (format == BMA_CODED_TEXT) {
        text(out, coded, &groups, any, any_count);
    } else if (format == BMA_CODED_CSV) {
        bma_buffer_adds(out, "kind,group,item,criteria,n,agreements,share\r\n");
        rows(out, NULL, coded, pack, &groups, any, any_count, csv_row);
    } else {
        bma_json_init(&json, out);
        bma_json_object(&json, NULL);
        bma_json_string(&json, "schema", "bma-topics/1");
        bma_json_array(&json, "shares");
        rows(out, &json, coded, pack, &groups, any, any_count, json_row);
        bma_json_array_end(&json);
        bma_json_object_end(&json);
    }
    bma_arena_release(&arena);
}

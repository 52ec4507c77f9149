/* Coded records as case files. */
#include "corpus/coded.h"

#include "base/file.h"
#include "base/folder.h"
#include "base/memory.h"
#include "base/replace.h"
#include "base/yaml_tree.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MOST_NAME = 200 };

/* ---- names ---- */

static bool is_plain(unsigned char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
           byte == '-' || byte == '_' || byte == '.';
}

/* ID.yaml; what a name of a file may not hold everywhere stands as in an address, so that no two ids meet. */
static void add_name(struct bma_buffer *out, const char *id)
{
    for (const char *at = id; *at != '\0'; at++) {
        unsigned char byte = (unsigned char)*at;
        if (is_plain(byte) && (at > id || byte != '.'))
            bma_buffer_addc(out, *at);
        else
            bma_buffer_addf(out, "%%%02X", byte);
    }
    bma_buffer_adds(out, ".yaml");
}

/* ---- what stands in one ---- */

/* How many bytes of what YAML forbids begin here: controls of one byte and of two, and U+FFFE and U+FFFF. */
static size_t forbidden(const unsigned char *at)
{
    if (at[0] < 0x20 || at[0] == 0x7f)
        return 1;
    if (at[0] == 0xc2 && at[1] >= 0x80 && at[1] < 0xa0)
        return 2;
    return at[0] == 0xef && at[1] == 0xbf && at[2] >= 0xbe ? 3 : 0;
}

/* On one line, each run of what cannot stand there as one space. */
static void add_plain(struct bma_buffer *out, const char *text, char quote)
{
    const unsigned char *at = (const unsigned char *)text;

    while (*at != '\0') {
        size_t bad = forbidden(at);
        if (bad > 0) {
            for (; *at != '\0' && bad > 0; bad = forbidden(at))
                at += bad;
            bma_buffer_addc(out, ' ');
            continue;
        }
        if ((char)*at == quote)
            bma_buffer_addc(out, quote);
        bma_buffer_addc(out, (char)*at++);
    }
}

static void add_quoted(struct bma_buffer *out, const char *text)
{
    bma_buffer_addc(out, '\'');
    add_plain(out, text, '\'');
    bma_buffer_addc(out, '\'');
}

/* Whether anything would be left of it but white space. */
static bool says_something(const char *text)
{
    const unsigned char *at = (const unsigned char *)text;

    while (*at != '\0' && (*at == ' ' || forbidden(at) > 0))
        at += *at == ' ' ? 1 : forbidden(at);
    return *at != '\0';
}

static void add_identity(struct bma_buffer *out, const struct bma_coded_record *record)
{
    bool headed = false;

    if (says_something(record->title)) {
        bma_buffer_adds(out, "title: ");
        add_quoted(out, record->title);
        bma_buffer_addc(out, '\n');
    }
    if (record->instrument != BMA_INSTRUMENT_UNKNOWN)
        bma_buffer_addf(out, "instrument: %s\n", bma_instrument_name(record->instrument));
    if (record->year != 0)
        bma_buffer_addf(out, "year: %d\n", record->year);
    for (uint32_t i = 0; i < record->party_count; i++) {
        if (!says_something(record->parties[i].name))
            continue;
        bma_buffer_adds(out, headed ? "  - name: " : "parties:\n  - name: ");
        add_quoted(out, record->parties[i].name);
        bma_buffer_addc(out, '\n');
        headed = true;
    }
}

static void add_levels(struct bma_buffer *out, const struct bma_coded *coded,
                       const struct bma_coded_record *record, const struct bma_pack *pack)
{
    struct bma_buffer values;

    bma_buffer_init(&values);
    bma_buffer_adds(out, "coded:\n");
    for (uint32_t rule = 0; rule < pack->rule_count; rule++) {
        int level = bma_coded_level(coded, record, rule);
        if (!bma_coded_asks(coded, rule))
            continue;
        bma_buffer_addf(out, "  %s: {level: ", pack->rules[rule].id);
        if (level < 0)
            bma_buffer_adds(out, "undecided");
        else
            bma_buffer_addf(out, "%d", level);
        bma_buffer_clear(&values);
        bma_coded_values(coded, record, rule, &values);
        bma_buffer_adds(out, ", note: ");
        add_quoted(out, values.length > 0 ? values.bytes : "");
        bma_buffer_adds(out, "}\n");
    }
    out->failed |= values.failed;
    bma_buffer_release(&values);
}

static void add_case(struct bma_buffer *out, const struct bma_coded *coded,
                     const struct bma_coded_record *record, const struct bma_pack *pack)
{
    bma_buffer_adds(out, "# Agreement ");
    add_plain(out, record->id, '\0');
    bma_buffer_adds(out, " of a coding table; it has no text, and is weighed on what is coded here.\n");
    add_identity(out, record);
    add_levels(out, coded, record, pack);
}

/* ---- files ---- */

/* All that one record needs; the parts are kept from record to record. */
struct cases {
    const struct bma_coded *coded;
    const struct bma_pack *pack;
    const char *folder;
    struct bma_buffer name, content;
    struct bma_error *error;
};

static enum bma_status prepare(struct cases *cases, const struct bma_coded_record *record)
{
    bma_buffer_clear(&cases->name);
    bma_buffer_clear(&cases->content);
    bma_buffer_addf(&cases->name, "%s/", cases->folder);
    add_name(&cases->name, record->id);
    add_case(&cases->content, cases->coded, record, cases->pack);
    if (cases->name.failed || cases->content.failed)
        return bma_error_memory(cases->error);
    if (cases->name.length - strlen(cases->folder) > MOST_NAME)
        return bma_error_set(cases->error, BMA_ERROR_INPUT, cases->coded->path, record->line, 0,
                             "the id is too long for the name of a file: \"%.60s…\"", record->id);
    return BMA_OK;
}

/* Whether the file is there; one that says anything else is an error. */
static enum bma_status find_file(const struct cases *cases, bool *there)
{
    char *bytes = NULL;
    size_t length = 0;
    enum bma_status status;

    *there = access(cases->name.bytes, F_OK) == 0;
    if (!*there)
        return BMA_OK;
    status = bma_file_read(cases->name.bytes, BMA_YAML_MAX_BYTES, &bytes, &length, cases->error);
    if (status == BMA_OK &&
        (length != cases->content.length || memcmp(bytes, cases->content.bytes, length) != 0))
        status = bma_error_set(cases->error, BMA_ERROR_INPUT, cases->name.bytes, 0, 0,
                               "another file has this name, and is left as it is; nothing was written");
    bma_free(bytes);
    return status;
}

static enum bma_status pass(struct cases *cases, bool write)
{
    enum bma_status status = BMA_OK;

    for (uint32_t i = 0; i < cases->coded->record_count && status == BMA_OK; i++) {
        bool there = false;
        status = prepare(cases, &cases->coded->records[i]);
        if (status == BMA_OK)
            status = find_file(cases, &there);
        if (status == BMA_OK && write && !there)
            status =
                bma_file_write(cases->name.bytes, cases->content.bytes, cases->content.length, cases->error);
    }
    return status;
}

static enum bma_status check_map(const struct cases *cases)
{
    for (uint32_t rule = 0; rule < cases->pack->rule_count; rule++)
        if (bma_coded_asks(cases->coded, rule))
            return BMA_OK;
    return bma_error_set(cases->error, BMA_ERROR_INPUT, cases->coded->path, 0, 0,
                         "no topic answers a criterion, so that a case file would have nothing coded");
}

static enum bma_status make_folder(const struct cases *cases)
{
    if (mkdir(cases->folder, 0777) == 0 || (errno == EEXIST && bma_is_folder(cases->folder)))
        return BMA_OK;
    return bma_error_set(cases->error, BMA_ERROR_IO, cases->folder, 0, 0, "cannot make the folder: %s",
                         strerror(errno));
}

enum bma_status bma_coded_cases(const struct bma_coded *coded, const struct bma_pack *pack,
                                const char *folder, struct bma_error *error)
{
    struct cases cases = {.coded = coded, .pack = pack, .folder = folder, .error = error};
    enum bma_status status = check_map(&cases);

    bma_buffer_init(&cases.name);
    bma_buffer_init(&cases.content);
    if (status == BMA_OK)
        status = pass(&cases, false);
    if (status == BMA_OK)
        status = make_folder(&cases);
    if (status == BMA_OK)
        status = pass(&cases, true);
    bma_buffer_release(&cases.name);
    bma_buffer_release(&cases.content);
    return status;
}

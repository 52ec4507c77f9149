/* The lists around a draft in a case file: dossier, a coder's levels, waivers. */
#include "readers/case_parts.h"

#include "base/buffer.h"

#include <string.h>

enum { LONGEST_INTERVAL = 240, MOST_LETTERS = 4, MOST_DIGITS = 3, MOST_WAIVERS = 1000, LEFT_OPEN = -2 };

static const char *const consulted[] = {"employers",         "workers",         "civil_society",
                                        "diaspora",          "migrants",        "ministries",
                                        "local_authorities", "origin_regional", NULL};
static const char *const stages[] = {"preparation", "drafting",   "negotiation", "implementation",
                                     "monitoring",  "evaluation", NULL};

/* room for it was made by bma_case_dossier */
static enum bma_status add_fact(struct bma_case *agreement, const struct bma_yaml *node, const char *group,
                                const char *value, struct bma_error *error)
{
    struct bma_fact *fact = &agreement->facts[agreement->fact_count];

    fact->key = group ? bma_arena_printf(&agreement->arena, "%s.%s", group, node->key) : node->key;
    fact->value = bma_arena_strndup(&agreement->arena, value, strlen(value));
    fact->line = node->key_line;
    if (!fact->key || !fact->value)
        return bma_error_memory(error);
    agreement->fact_count++;
    return BMA_OK;
}

static enum bma_status expect_list(const struct bma_case *agreement, const struct bma_yaml *node,
                                   struct bma_error *error)
{
    if (node->kind == BMA_YAML_LIST)
        return BMA_OK;
    return bma_error_set(error, BMA_ERROR_INPUT, agreement->path, node->line, node->column,
                         "expected a list under \"%s\", such as [%s]", node->key, stages[0]);
}

/* The stages of one group, in their own order whatever the order in the file; no stage is no fact. */
static enum bma_status read_stages(struct bma_case *agreement, const struct bma_yaml *list,
                                   struct bma_error *error)
{
    char value[128] = "";
    unsigned seen = 0;
    enum bma_status status = expect_list(agreement, list, error);

    for (const struct bma_yaml *node = status == BMA_OK ? list->first : NULL; node; node = node->next) {
        int stage;
        status = bma_yaml_choice(node, stages, agreement->path, &stage, error);
        if (status != BMA_OK)
            return status;
        seen |= 1u << stage;
    }
    for (int i = 0; stages[i]; i++) {
        if (!(seen & 1u << i))
            continue;
        if (value[0] != '\0')
            strncat(value, ", ", sizeof value - strlen(value) - 1);
        strncat(value, stages[i], sizeof value - strlen(value) - 1);
    }
    if (status != BMA_OK || seen == 0)
        return status;
    return add_fact(agreement, list, "consulted", value, error);
}

static enum bma_status read_consulted(struct bma_case *agreement, const struct bma_yaml *map,
                                      struct bma_error *error)
{
    struct bma_yaml_field fields[sizeof consulted / sizeof *consulted];

    if (!map)
        return BMA_OK;
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        fields[i] = (struct bma_yaml_field){consulted[i], BMA_YAML_LIST, false};
    enum bma_status status = bma_yaml_expect(map, fields, agreement->path, error);
    for (const struct bma_yaml *node = map->first; node && status == BMA_OK; node = node->next)
        status = read_stages(agreement, node, error);
    return status;
}

/* What is not so is left out: a fact stands for something done or planned. */
static enum bma_status read_flag(struct bma_case *agreement, const struct bma_yaml *node, const char *group,
                                 struct bma_error *error)
{
    bool set = false;
    enum bma_status status = bma_yaml_bool(node, agreement->path, &set, error);

    return status == BMA_OK && set ? add_fact(agreement, node, group, "true", error) : status;
}

static enum bma_status read_publication(struct bma_case *agreement, const struct bma_yaml *map,
                                        struct bma_error *error)
{
    static const struct bma_yaml_field fields[] = {{"agreement", BMA_YAML_SCALAR, false},
                                                   {"guidelines", BMA_YAML_SCALAR, false},
                                                   {"campaign", BMA_YAML_SCALAR, false},
                                                   {"pre_departure", BMA_YAML_SCALAR, false},
                                                   {NULL, BMA_YAML_SCALAR, false}};

    if (!map)
        return BMA_OK;
    enum bma_status status = bma_yaml_expect(map, fields, agreement->path, error);
    for (const struct bma_yaml *node = map->first; node && status == BMA_OK; node = node->next)
        status = read_flag(agreement, node, "publication", error);
    return status;
}

static enum bma_status read_interval(struct bma_case *agreement, const struct bma_yaml *node,
                                     struct bma_error *error)
{
    long months;
    enum bma_status status = bma_yaml_int(node, 1, LONGEST_INTERVAL, agreement->path, &months, error);

    return status == BMA_OK ? add_fact(agreement, node, "evaluation", node->text, error) : status;
}

static enum bma_status read_evaluation(struct bma_case *agreement, const struct bma_yaml *map,
                                       struct bma_error *error)
{
    static const struct bma_yaml_field fields[] = {{"planned", BMA_YAML_SCALAR, false},
                                                   {"independent", BMA_YAML_SCALAR, false},
                                                   {"migrants_feedback", BMA_YAML_SCALAR, false},
                                                   {"interval_months", BMA_YAML_SCALAR, false},
                                                   {NULL, BMA_YAML_SCALAR, false}};

    if (!map)
        return BMA_OK;
    enum bma_status status = bma_yaml_expect(map, fields, agreement->path, error);
    for (const struct bma_yaml *node = map->first; node && status == BMA_OK; node = node->next) {
        if (strcmp(node->key, "interval_months") == 0)
            status = read_interval(agreement, node, error);
        else
            status = read_flag(agreement, node, "evaluation", error);
    }
    return status;
}

static enum bma_status read_ratified(struct bma_case *agreement, const struct bma_yaml *list,
                                     struct bma_error *error)
{
    struct bma_buffer names;
    enum bma_status status = BMA_OK;
    const char *name;

    if (!list)
        return BMA_OK;
    bma_buffer_init(&names);
    for (const struct bma_yaml *node = list->first; node && status == BMA_OK; node = node->next) {
        status = bma_case_text(agreement, node, false, &name, error);
        if (status == BMA_OK)
            bma_buffer_addf(&names, "%s%s", names.length > 0 ? "; " : "", name);
    }
    if (status == BMA_OK && names.failed)
        status = bma_error_memory(error);
    if (status == BMA_OK && names.length > 0)
        status = add_fact(agreement, list, NULL, names.bytes, error);
    bma_buffer_release(&names);
    return status;
}

enum bma_status bma_case_dossier(struct bma_case *agreement, const struct bma_yaml *node,
                                 struct bma_error *error)
{
    static const struct bma_yaml_field fields[] = {{"consulted", BMA_YAML_MAP, false},
                                                   {"publication", BMA_YAML_MAP, false},
                                                   {"evaluation", BMA_YAML_MAP, false},
                                                   {"ratified", BMA_YAML_LIST, false},
                                                   {NULL, BMA_YAML_SCALAR, false}};
    size_t most = 1;

    if (!node)
        return BMA_OK;
    for (const struct bma_yaml *group = node->first; group; group = group->next)
        most += group->count;
    agreement->facts = bma_arena_calloc(&agreement->arena, most, sizeof *agreement->facts);
    if (!agreement->facts)
        return bma_error_memory(error);
    enum bma_status status = bma_yaml_expect(node, fields, agreement->path, error);
    if (status == BMA_OK)
        status = read_consulted(agreement, bma_yaml_get(node, "consulted"), error);
    if (status == BMA_OK)
        status = read_publication(agreement, bma_yaml_get(node, "publication"), error);
    if (status == BMA_OK)
        status = read_evaluation(agreement, bma_yaml_get(node, "evaluation"), error);
    if (status == BMA_OK)
        status = read_ratified(agreement, bma_yaml_get(node, "ratified"), error);
    return status;
}

static bool says_yes(const char *value)
{
    static const char *const denials[] = {"", "false", "no", "none"};

    for (size_t i = 0; i < sizeof denials / sizeof *denials; i++)
        if (strcmp(value, denials[i]) == 0)
            return false;
    return true;
}

const struct bma_fact *bma_case_fact(const struct bma_case *agreement, const char *key)
{
    size_t length = strlen(key);

    for (size_t i = 0; agreement && i < agreement->fact_count; i++) {
        const struct bma_fact *fact = &agreement->facts[i];
        bool asked =
            strncmp(fact->key, key, length) == 0 && (fact->key[length] == '\0' || fact->key[length] == '.');
        if (asked && says_yes(fact->value))
            return fact;
    }
    return NULL;
}

/* The form of an id alone, such as HR-1: which criteria there are, the pack says. */
static bool is_criterion(const char *text)
{
    size_t letters = strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    if (letters == 0 || letters > MOST_LETTERS || text[letters] != '-')
        return false;
    text += letters + 1;
    size_t digits = strspn(text, "0123456789");
    return digits > 0 && digits <= MOST_DIGITS && text[digits] == '\0';
}

static enum bma_status bad_criterion(const struct bma_case *agreement, uint32_t line, uint32_t column,
                                     const char *found, struct bma_error *error)
{
    return bma_error_set(error, BMA_ERROR_INPUT, agreement->path, line, column,
                         "expected a criterion such as HR-1, found \"%s\"", found);
}

static enum bma_status read_level(const struct bma_case *agreement, const struct bma_yaml *node, int *level,
                                  struct bma_error *error)
{
    static const char *const levels[] = {"0", "1", "2", "3", "4", "na", "undecided", NULL};
    enum bma_status status = bma_yaml_choice(node, levels, agreement->path, level, error);

    if (status == BMA_OK && *level == 5)
        *level = -1;
    if (status == BMA_OK && *level == 6)
        *level = LEFT_OPEN;
    return status;
}

static enum bma_status read_coding_map(struct bma_case *agreement, const struct bma_yaml *map,
                                       struct bma_coding *coding, struct bma_error *error)
{
    static const struct bma_yaml_field fields[] = {{"level", BMA_YAML_SCALAR, true},
                                                   {"contradicted", BMA_YAML_SCALAR, false},
                                                   {"article", BMA_YAML_SCALAR, false},
                                                   {"note", BMA_YAML_SCALAR, false},
                                                   {NULL, BMA_YAML_SCALAR, false}};
    enum bma_status status = bma_yaml_expect(map, fields, agreement->path, error);

    for (const struct bma_yaml *node = map->first; node && status == BMA_OK; node = node->next) {
        if (strcmp(node->key, "level") == 0)
            status = read_level(agreement, node, &coding->level, error);
        else if (strcmp(node->key, "contradicted") == 0)
            status = bma_yaml_bool(node, agreement->path, &coding->contradicted, error);
        else if (strcmp(node->key, "article") == 0)
            status = bma_case_text(agreement, node, false, &coding->article, error);
        else
            status = bma_case_text(agreement, node, true, &coding->note, error);
    }
    return status;
}

static enum bma_status read_coding(struct bma_case *agreement, const struct bma_yaml *node,
                                   struct bma_error *error)
{
    struct bma_coding coding = {.criterion = node->key, .article = "", .note = "", .line = node->key_line};
    enum bma_status status;

    if (!is_criterion(node->key))
        return bad_criterion(agreement, node->key_line, node->key_column, node->key, error);
    if (node->kind == BMA_YAML_MAP)
        status = read_coding_map(agreement, node, &coding, error);
    else
        status = read_level(agreement, node, &coding.level, error);
    if (status == BMA_OK && coding.level == LEFT_OPEN)
        agreement->left_open[agreement->left_open_count++] = coding;
    else if (status == BMA_OK)
        agreement->codings[agreement->coding_count++] = coding;
    return status;
}

enum bma_status bma_case_coded(struct bma_case *agreement, const struct bma_yaml *map,
                               struct bma_error *error)
{
    enum bma_status status = BMA_OK;

    if (!map)
        return BMA_OK;
    agreement->codings = bma_arena_calloc(&agreement->arena, map->count, sizeof *agreement->codings);
    agreement->left_open = bma_arena_calloc(&agreement->arena, map->count, sizeof *agreement->left_open);
    if (!agreement->codings || !agreement->left_open)
        return bma_error_memory(error);
    for (const struct bma_yaml *node = map->first; node && status == BMA_OK; node = node->next)
        status = read_coding(agreement, node, error);
    return status;
}

static int two_digits(const char *text)
{
    return (text[0] - '0') * 10 + (text[1] - '0');
}

bool bma_is_date(const char *text)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    static const char form[] = "dddd-dd-dd";

    if (strlen(text) != sizeof form - 1)
        return false;
    for (size_t i = 0; form[i]; i++) {
        if (form[i] == '-' ? text[i] != '-' : text[i] < '0' || text[i] > '9')
            return false;
    }
    int year = two_digits(text) * 100 + two_digits(text + 2);
    int month = two_digits(text + 5);
    int day = two_digits(text + 8);
    bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    if (month < 1 || month > 12 || day < 1)
        return false;
    return day <= days[month - 1] + (leap && month == 2);
}

static enum bma_status check_waiver(const struct bma_case *agreement, const struct bma_yaml *map,
                                    const struct bma_waiver *waiver, struct bma_error *error)
{
    const struct bma_yaml *criterion = bma_yaml_get(map, "criterion");
    const struct bma_yaml *until = bma_yaml_get(map, "until");

    if (!is_criterion(waiver->criterion))
        return bad_criterion(agreement, criterion->line, criterion->column, waiver->criterion, error);
    if (until && !bma_is_date(waiver->until))
        return bma_error_set(error, BMA_ERROR_INPUT, agreement->path, until->line, until->column,
                             "expected a date such as 2027-06-30, found \"%s\"", waiver->until);
    for (const struct bma_waiver *other = agreement->waivers; other < waiver; other++) {
        if (strcmp(other->criterion, waiver->criterion) == 0)
            return bma_error_set(error, BMA_ERROR_INPUT, agreement->path, criterion->line, criterion->column,
                                 "expected one waiver for %s, found another; the first is on line %u",
                                 waiver->criterion, (unsigned)other->line);
    }
    return BMA_OK;
}

static enum bma_status read_waiver(struct bma_case *agreement, const struct bma_yaml *map,
                                   struct bma_error *error)
{
    static const struct bma_yaml_field fields[] = {{"criterion", BMA_YAML_SCALAR, true},
                                                   {"justification", BMA_YAML_SCALAR, true},
                                                   {"by", BMA_YAML_SCALAR, false},
                                                   {"until", BMA_YAML_SCALAR, false},
                                                   {NULL, BMA_YAML_SCALAR, false}};
    struct bma_waiver *waiver = &agreement->waivers[agreement->waiver_count];
    enum bma_status status = bma_yaml_expect(map, fields, agreement->path, error);

    *waiver = (struct bma_waiver){.by = "", .until = "", .line = map->line};
    for (const struct bma_yaml *node = map->first; node && status == BMA_OK; node = node->next) {
        bool lines = strcmp(node->key, "justification") == 0;
        const char **value = lines                                 ? &waiver->justification
                             : strcmp(node->key, "criterion") == 0 ? &waiver->criterion
                             : strcmp(node->key, "by") == 0        ? &waiver->by
                                                                   : &waiver->until;
        status = bma_case_text(agreement, node, lines, value, error);
    }
    if (status == BMA_OK)
        status = check_waiver(agreement, map, waiver, error);
    if (status == BMA_OK)
        agreement->waiver_count++;
    return status;
}

enum bma_status bma_case_waivers(struct bma_case *agreement, const struct bma_yaml *list,
                                 struct bma_error *error)
{
    enum bma_status status = BMA_OK;

    if (!list)
        return BMA_OK;
    if (list->count > MOST_WAIVERS)
        return bma_error_set(error, BMA_ERROR_LIMIT, agreement->path, list->line, list->column,
                             "more waivers than the limit of %d", MOST_WAIVERS);
    agreement->waivers = bma_arena_calloc(&agreement->arena, list->count, sizeof *agreement->waivers);
    if (!agreement->waivers)
        return bma_error_memory(error);
    for (const struct bma_yaml *node = list->first; node && status == BMA_OK; node = node->next)
        status = read_waiver(agreement, node, error);
    return status;
}

/* From the topics of a coding table to the level of a criterion. */
#include "corpus/coded.h"

static bool answers(const struct bma_coded_item *item, uint32_t rule)
{
    for (uint32_t k = 0; k < item->rule_count; k++)
        if (item->rules[k] == rule)
            return true;
    return false;
}

bool bma_coded_asks(const struct bma_coded *coded, uint32_t rule)
{
    for (uint32_t i = 0; i < coded->item_count; i++)
        if (answers(&coded->items[i], rule))
            return true;
    return false;
}

int bma_coded_level(const struct bma_coded *coded, const struct bma_coded_record *record, uint32_t rule)
{
    int level = 0;
    bool missing = false;

    for (uint32_t i = 0; i < coded->item_count; i++) {
        if (!answers(&coded->items[i], rule))
            continue;
        missing |= record->values[i] == BMA_CODED_MISSING;
        if (record->values[i] == 1 && coded->items[i].level > level)
            level = coded->items[i].level;
    }
    return missing && level == 0 ? -1 : level;
}

void bma_coded_values(const struct bma_coded *coded, const struct bma_coded_record *record, uint32_t rule,
                      struct bma_buffer *out)
{
    static const char *const words[] = {"?", "0", "1"};
    const char *comma = "";

    for (uint32_t i = 0; i < coded->item_count; i++) {
        if (!answers(&coded->items[i], rule))
            continue;
        bma_buffer_addf(out, "%s%s=%s", comma, coded->items[i].id,
                        words[record->values[i] - BMA_CODED_MISSING]);
        comma = ", ";
    }
}

void bma_coded_criteria(const struct bma_coded_item *item, const struct bma_pack *pack,
                        struct bma_buffer *out)
{
    for (uint32_t k = 0; k < item->rule_count; k++)
        bma_buffer_addf(out, "%s%s", k > 0 ? " " : "", pack->rules[item->rules[k]].id);
}

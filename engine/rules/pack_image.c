/* What was parsed of a pack, as an image: every field once, for both directions. */
#include "base/image.h"
#include "rules/pack_parts.h"
#include "rules/pack_seen.h"
#include "rules/rule_reader.h"

/* Counts of 32 bits, as the pack has them. */
static void records(struct bma_image *image, void *array, uint32_t *count, size_t size)
{
    size_t number = *count;
    bma_image_records(image, array, &number, size);
    *count = (uint32_t)number;
}

static void texts(struct bma_image *image, const char *const **list, uint32_t *count)
{
    const char **items = (const char **)(uintptr_t)*list;
    records(image, &items, count, sizeof *items);
    for (uint32_t i = 0; i < *count; i++)
        bma_image_text(image, &items[i]);
    *list = items;
}

static void any_of(struct bma_image *image, struct bma_any_of *group)
{
    size_t count = group->count;
    bma_image_array(image, &group->concepts, &count, sizeof *group->concepts);
    group->count = (uint32_t)count;
}

static void groups(struct bma_image *image, struct bma_any_of **list, uint32_t *count)
{
    records(image, list, count, sizeof **list);
    for (uint32_t i = 0; i < *count; i++)
        any_of(image, &(*list)[i]);
}

static void query(struct bma_image *image, struct bma_query *query)
{
    groups(image, &query->all, &query->all_count);
    groups(image, &query->none, &query->none_count);
    any_of(image, &query->topic);
    any_of(image, &query->context);
    BMA_IMAGE_VALUE(image, query->actors);
    BMA_IMAGE_VALUE(image, query->not_actors);
    BMA_IMAGE_VALUE(image, query->polarity);
    BMA_IMAGE_VALUE(image, query->near);
    BMA_IMAGE_VALUE(image, query->most);
    BMA_IMAGE_VALUE(image, query->least);
    bma_image_truth(image, &query->elsewhere);
    bma_image_truth(image, &query->definition);
    bma_image_truth(image, &query->row);
    BMA_IMAGE_VALUE(image, query->line);
}

static void queries(struct bma_image *image, struct bma_query **list, uint32_t *count)
{
    records(image, list, count, sizeof **list);
    for (uint32_t i = 0; i < *count; i++)
        query(image, &(*list)[i]);
}

static void rule(struct bma_image *image, struct bma_rule *rule)
{
    bma_image_text(image, &rule->id);
    bma_image_text(image, &rule->title);
    bma_image_text(image, &rule->file);
    BMA_IMAGE_VALUE(image, rule->dimension);
    texts(image, &rule->answers, &rule->answer_count);
    queries(image, &rule->looks_for, &rule->looks_for_count);
    queries(image, &rule->against, &rule->against_count);
    BMA_IMAGE_VALUE(image, rule->window);
    any_of(image, &rule->body);
    any_of(image, &rule->procedure);
    any_of(image, &rule->inherent);
    bma_image_truth(image, &rule->has_check);
    bma_image_truth(image, &rule->has_applies);
    texts(image, &rule->dossier, &rule->dossier_count);
    for (size_t i = 0; i < sizeof rule->advice / sizeof rule->advice[0]; i++)
        bma_image_text(image, &rule->advice[i]);
    bma_image_text(image, &rule->advice_contradicted);
    bma_image_text(image, &rule->wording);
}

static void conflict(struct bma_image *image, struct bma_conflict *conflict)
{
    bma_image_text(image, &conflict->name);
    bma_image_text(image, &conflict->file);
    bma_image_text(image, &conflict->title);
    bma_image_text(image, &conflict->message);
    bma_image_truth(image, &conflict->within);
    bma_image_text(image, &conflict->against);
    queries(image, &conflict->one, &conflict->one_count);
    queries(image, &conflict->other, &conflict->other_count);
}

static void recommendation(struct bma_image *image, struct bma_recommendation *recommendation)
{
    bma_image_text(image, &recommendation->id);
    bma_image_text(image, &recommendation->session);
    bma_image_text(image, &recommendation->gist);
    BMA_IMAGE_VALUE(image, recommendation->priority);
    bma_image_truth(image, &recommendation->draft);
    bma_image_truth(image, &recommendation->dossier);
    bma_image_text(image, &recommendation->reason);
    texts(image, &recommendation->criteria, &recommendation->criterion_count);
}

static void manifest(struct bma_image *image, struct bma_pack *pack)
{
    BMA_IMAGE_VALUE(image, pack->sha256);
    bma_image_text(image, &pack->id);
    bma_image_text(image, &pack->version);
    bma_image_text(image, &pack->title);
    bma_image_text(image, &pack->report);
    bma_image_bytes(image, &pack->scoring_text, &pack->scoring_length);
    records(image, &pack->dimensions, &pack->dimension_count, sizeof *pack->dimensions);
    for (uint32_t i = 0; i < pack->dimension_count; i++) {
        bma_image_text(image, &pack->dimensions[i].id);
        bma_image_text(image, &pack->dimensions[i].name);
    }
}

/* The Lua text of each rule, for its functions. */
static void sources(struct bma_image *image, struct bma_pack *pack)
{
    uint32_t count = pack->rule_count;

    records(image, &pack->sources, &count, sizeof *pack->sources);
    image->failed |= count != pack->rule_count;
    for (uint32_t i = 0; i < count && !image->failed; i++) {
        bma_image_bytes(image, &pack->sources[i].bytes, &pack->sources[i].length);
        if (image->reading)
            pack->sources[i].name = pack->rules[i].file;
    }
}

/* A search in the set ends at a free slot, so that there must be one. */
static bool is_set(const struct bma_pairs *pairs)
{
    size_t taken = 0;

    for (size_t i = 0; i < pairs->slot_count; i++) {
        if (pairs->slots[i] > pairs->count)
            return false;
        taken += pairs->slots[i] > 0;
    }
    return (pairs->slot_count & (pairs->slot_count - 1)) == 0 && taken == pairs->count &&
           (pairs->count == 0 || taken < pairs->slot_count);
}

/* Whether every number of it stays within what it counts. */
static bool is_sound(const struct bma_likeness *learned, size_t models)
{
    if (learned->stem_terms > learned->term_count ||
        learned->term_count - learned->stem_terms != learned->pairs.count ||
        learned->first[learned->term_count] > learned->weight_count)
        return false;
    for (size_t term = 0; term < learned->term_count; term++) {
        if (learned->first[term] > learned->first[term + 1])
            return false;
    }
    for (size_t i = 0; i < learned->weight_count; i++) {
        if (learned->weights[i].model >= models)
            return false;
    }
    return true;
}

static bool are_small_steps(const int8_t *numbers, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (numbers[i] < -BMA_NETWORK_STEPS || numbers[i] > BMA_NETWORK_STEPS)
            return false;
    }
    return true;
}

static bool are_steps(const int16_t *numbers, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (numbers[i] < -BMA_NETWORK_STEPS || numbers[i] > BMA_NETWORK_STEPS)
            return false;
    }
    return true;
}

/* The same of the network. */
static bool is_sound_network(const struct bma_likeness *learned, size_t models)
{
    const struct bma_network *network = &learned->network;

    if (network->hidden == 0)
        return true;
    if (network->hidden > BMA_NETWORK_HIDDEN_MOST || network->width == 0 ||
        network->width > BMA_NETWORK_WIDTH_MOST || network->nets == 0 ||
        network->nets > BMA_NETWORK_NETS_MOST || network->hidden % network->nets != 0 ||
        network->windows > BMA_NETWORK_WINDOWS_MOST || network->windows % network->nets != 0 || models == 0)
        return false;
    for (size_t term = 0; term < learned->term_count; term++) {
        if (learned->vector_of[term] > network->row_count)
            return false;
    }
    return are_small_steps(network->vectors, network->row_count * network->nets * network->width) &&
           are_steps(network->unit_weights, (size_t)network->hidden * network->width) &&
           are_steps(network->window_weights, (size_t)network->windows * network->width * BMA_NETWORK_SPAN) &&
           are_steps(network->model_weights, bma_network_inputs(network) * models);
}

/* An array of as many as are wanted. */
static void exactly(struct bma_image *image, void *array, size_t wanted, size_t size)
{
    size_t count = wanted;

    bma_image_array(image, array, &count, size);
    image->failed = image->failed || count != wanted;
}

static void network(struct bma_image *image, struct bma_likeness *learned, size_t models)
{
    struct bma_network *network = &learned->network;
    size_t units = 0, windows = 0, terms = 0;

    BMA_IMAGE_VALUE(image, network->nets);
    BMA_IMAGE_VALUE(image, network->width);
    BMA_IMAGE_VALUE(image, network->hidden);
    BMA_IMAGE_VALUE(image, network->windows);
    BMA_IMAGE_VALUE(image, network->row_count);
    if (network->hidden == 0 || network->hidden > BMA_NETWORK_HIDDEN_MOST) {
        image->failed = image->failed || network->hidden != 0;
        return;
    }
    units = network->hidden;
    windows = network->windows;
    terms = learned->term_count;
    exactly(image, &network->vectors, network->row_count * network->nets * network->width, 1);
    exactly(image, &network->unit_weights, units * network->width, sizeof *network->unit_weights);
    exactly(image, &network->unit_step, units, sizeof *network->unit_step);
    exactly(image, &network->unit_bias, units, sizeof *network->unit_bias);
    exactly(image, &network->window_weights, windows * network->width * BMA_NETWORK_SPAN,
            sizeof *network->window_weights);
    exactly(image, &network->window_step, windows, sizeof *network->window_step);
    exactly(image, &network->window_bias, windows, sizeof *network->window_bias);
    exactly(image, &network->model_weights, (units + windows) * models, sizeof *network->model_weights);
    exactly(image, &network->model_step, models, sizeof *network->model_step);
    exactly(image, &network->model_bias, models, sizeof *network->model_bias);
    exactly(image, &learned->vector_of, terms, sizeof *learned->vector_of);
    image->failed = image->failed || !is_sound_network(learned, models);
}

/* Whether no weight is so large that their sum runs over. */
static bool is_sound_standing(const struct bma_standing_weights *weights, size_t models)
{
    for (size_t i = 0; i < 2 * BMA_STANDING_FEATURES; i++) {
        int32_t weight = weights->side[i / BMA_STANDING_FEATURES][i % BMA_STANDING_FEATURES];

        if (weight < -BMA_STANDING_MOST || weight > BMA_STANDING_MOST)
            return false;
    }
    for (size_t i = 0; i < models; i++) {
        if (weights->bias[i] < -2 * BMA_STANDING_MOST || weights->bias[i] > 2 * BMA_STANDING_MOST)
            return false;
    }
    return true;
}

static void likeness(struct bma_image *image, struct bma_pack *pack)
{
    struct bma_likeness *learned = &pack->likeness;
    size_t wanted = bma_models_of(pack);
    size_t models = learned->term_count > 0 ? wanted : 0;
    size_t ends = learned->term_count > 0 ? learned->term_count + 1 : 0;

    BMA_IMAGE_VALUE(image, learned->term_count);
    BMA_IMAGE_VALUE(image, learned->stem_terms);
    bma_image_array(image, &learned->bias, &models, sizeof *learned->bias);
    bma_image_array(image, &learned->first, &ends, sizeof *learned->first);
    bma_image_array(image, &learned->weights, &learned->weight_count, sizeof *learned->weights);
    bma_image_array(image, &learned->pairs.items, &learned->pairs.count, sizeof *learned->pairs.items);
    bma_image_array(image, &learned->pairs.slots, &learned->pairs.slot_count, sizeof *learned->pairs.slots);
    image->failed = image->failed || !is_set(&learned->pairs) ||
                    (learned->term_count > 0 &&
                     (models != wanted || ends != learned->term_count + 1 || !is_sound(learned, models)));
    if (!image->failed)
        network(image, learned, models);
    BMA_IMAGE_VALUE(image, learned->standing.side);
    exactly(image, &learned->standing.bias, wanted, sizeof *learned->standing.bias);
    image->failed = image->failed || !is_sound_standing(&learned->standing, wanted);
}

void bma_pack_image(struct bma_image *image, struct bma_pack *pack)
{
    manifest(image, pack);
    bma_pack_seen_image(image, pack);
    records(image, &pack->rules, &pack->rule_count, sizeof *pack->rules);
    for (uint32_t i = 0; i < pack->rule_count; i++)
        rule(image, &pack->rules[i]);
    likeness(image, pack);
    sources(image, pack);
    records(image, &pack->conflicts, &pack->conflict_count, sizeof *pack->conflicts);
    for (uint32_t i = 0; i < pack->conflict_count; i++)
        conflict(image, &pack->conflicts[i]);
    records(image, &pack->recommendations, &pack->recommendation_count, sizeof *pack->recommendations);
    for (uint32_t i = 0; i < pack->recommendation_count; i++)
        recommendation(image, &pack->recommendations[i]);
}

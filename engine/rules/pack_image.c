/* What was parsed of a pack, as an image: every field once, for both directions. */
#include "base/image.h"
#include "rules/pack_parts.h"

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
    BMA_IMAGE_VALUE(image, query->elsewhere);
    BMA_IMAGE_VALUE(image, query->definition);
    BMA_IMAGE_VALUE(image, query->line);
}

static void queries(struct bma_image *image, struct bma_query **list, uint32_t *count)
{
    records(image, list, count, sizeof **list);
    for (uint32_t i = 0; i < *count; i++)
        query(image, &(*list)[i]);
}

/* Without file and dimension, which the files of the pack give. */
static void rule(struct bma_image *image, struct bma_rule *rule)
{
    bma_image_text(image, &rule->id);
    bma_image_text(image, &rule->title);
    texts(image, &rule->answers, &rule->answer_count);
    queries(image, &rule->looks_for, &rule->looks_for_count);
    queries(image, &rule->against, &rule->against_count);
    BMA_IMAGE_VALUE(image, rule->window);
    any_of(image, &rule->body);
    any_of(image, &rule->procedure);
    any_of(image, &rule->inherent);
    BMA_IMAGE_VALUE(image, rule->has_check);
    BMA_IMAGE_VALUE(image, rule->has_applies);
    texts(image, &rule->dossier, &rule->dossier_count);
    for (size_t i = 0; i < sizeof rule->advice / sizeof rule->advice[0]; i++)
        bma_image_text(image, &rule->advice[i]);
    bma_image_text(image, &rule->advice_contradicted);
    bma_image_text(image, &rule->wording);
}

/* Without name and file, which the files of the pack give. */
static void conflict(struct bma_image *image, struct bma_conflict *conflict)
{
    bma_image_text(image, &conflict->title);
    bma_image_text(image, &conflict->message);
    BMA_IMAGE_VALUE(image, conflict->within);
    queries(image, &conflict->one, &conflict->one_count);
    queries(image, &conflict->other, &conflict->other_count);
}

static void recommendation(struct bma_image *image, struct bma_recommendation *recommendation)
{
    bma_image_text(image, &recommendation->id);
    bma_image_text(image, &recommendation->session);
    bma_image_text(image, &recommendation->gist);
    BMA_IMAGE_VALUE(image, recommendation->priority);
    BMA_IMAGE_VALUE(image, recommendation->draft);
    BMA_IMAGE_VALUE(image, recommendation->dossier);
    bma_image_text(image, &recommendation->reason);
    texts(image, &recommendation->criteria, &recommendation->criterion_count);
}

/* As many as there are files of. */
static void expect_count(struct bma_image *image, uint32_t count)
{
    uint32_t written = count;
    BMA_IMAGE_VALUE(image, written);
    image->failed |= written != count;
}

void bma_pack_image(struct bma_image *image, struct bma_pack *pack)
{
    expect_count(image, pack->rule_count);
    for (uint32_t i = 0; i < pack->rule_count && !image->failed; i++)
        rule(image, &pack->rules[i]);
    expect_count(image, pack->conflict_count);
    for (uint32_t i = 0; i < pack->conflict_count && !image->failed; i++)
        conflict(image, &pack->conflicts[i]);
    records(image, &pack->recommendations, &pack->recommendation_count, sizeof *pack->recommendations);
    for (uint32_t i = 0; i < pack->recommendation_count; i++)
        recommendation(image, &pack->recommendations[i]);
}

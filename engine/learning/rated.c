#include "learning/rated.h"

#include "base/folder.h"

#include <string.h>

static const char TABLE[] = ".csv";

struct visit {
    const struct bma_pack *pack;
    bma_rated_visit *visit;
    void *visitor;
};

static enum bma_status visit_table(void *visitor, const char *table, struct bma_error *error)
{
    const struct visit *here = visitor;
    struct bma_arena arena;
    struct bma_rating *ratings;
    struct bma_rated rated;
    enum bma_status status = BMA_OK;

    bma_arena_init(&arena);
    ratings = bma_arena_calloc(&arena, here->pack->rule_count + 1u, sizeof *ratings);
    rated = (struct bma_rated){
        .ratings = ratings,
        .draft = bma_arena_printf(&arena, "%.*s.txt", (int)(strlen(table) - strlen(TABLE)), table)};
    if (!ratings || !rated.draft)
        status = bma_error_memory(error);
    if (status == BMA_OK)
        status = bma_labels_read(table, here->pack, &arena, ratings, error);
    if (status == BMA_OK)
        status = here->visit(here->visitor, &rated, error);
    bma_arena_release(&arena);
    return status;
}

enum bma_status bma_rated_each(const char *folder, const struct bma_pack *pack, bma_rated_visit *visit,
                               void *visitor, struct bma_error *error)
{
    struct visit here = {pack, visit, visitor};

    return bma_folder_each(folder, TABLE, visit_table, &here, error);
}

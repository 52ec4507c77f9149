#include "learning/rated.h"

#include "base/file.h"
#include "base/folder.h"

#include <string.h>

static const char TABLE[] = ".csv";

static enum bma_status visit_table(const char *folder, const char *name, const struct bma_pack *pack,
                                   bma_rated_visit *visit, void *visitor, struct bma_error *error)
{
    struct bma_arena arena;
    struct bma_rating *ratings;
    struct bma_rated rated;
    const char *table;
    enum bma_status status = BMA_OK;

    bma_arena_init(&arena);
    ratings = bma_arena_calloc(&arena, pack->rule_count + 1u, sizeof *ratings);
    table = bma_arena_printf(&arena, "%s/%s", folder, name);
    rated = (struct bma_rated){
        .ratings = ratings,
        .draft = bma_arena_printf(&arena, "%s/%.*s.txt", folder, (int)(strlen(name) - strlen(TABLE)), name)};
    if (!ratings || !table || !rated.draft)
        status = bma_error_memory(error);
    if (status == BMA_OK)
        status = bma_labels_read(table, pack, &arena, ratings, error);
    if (status == BMA_OK)
        status = visit(visitor, &rated, error);
    bma_arena_release(&arena);
    return status;
}

enum bma_status bma_rated_each(const char *folder, const struct bma_pack *pack, bma_rated_visit *visit,
                               void *visitor, struct bma_error *error)
{
    struct bma_arena arena;
    const char *const *names = NULL;
    uint32_t count = 0;
    enum bma_status status;

    bma_arena_init(&arena);
    status = bma_folder_list(folder, &arena, &names, &count, error);
    for (uint32_t i = 0; status == BMA_OK && i < count; i++) {
        if (bma_path_ends_with(names[i], TABLE))
            status = visit_table(folder, names[i], pack, visit, visitor, error);
    }
    bma_arena_release(&arena);
    return status;
}

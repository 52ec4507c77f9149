#include "rules/pack_seen.h"

#include "base/image.h"
#include "rules/pack_parts.h"
#include "rules/rule_reader.h"

#include <string.h>
#include <sys/stat.h>

enum { SETTLED_SECONDS = 2 };

static void look(const char *path, struct bma_look *look)
{
    struct stat about;

    memset(look, 0, sizeof *look);
    if (stat(path, &about) != 0)
        return;
    *look = (struct bma_look){.mode = about.st_mode,
                              .device = about.st_dev,
                              .inode = about.st_ino,
                              .size = about.st_size,
                              .modified = about.st_mtim.tv_sec,
                              .modified_ns = about.st_mtim.tv_nsec,
                              .changed = about.st_ctim.tv_sec,
                              .changed_ns = about.st_ctim.tv_nsec};
}

/* What is being put together. */
struct list {
    struct bma_pack *pack;
    time_t begun;
    bool settled;
};

/* Whether a change after the reading began would have given it another time. */
static bool is_settled(const struct bma_look *look, time_t begun)
{
    return look->modified + SETTLED_SECONDS < begun && look->changed + SETTLED_SECONDS < begun;
}

static void see(struct list *list, const char *path)
{
    struct bma_pack *pack = list->pack;
    struct bma_seen *seen = &pack->seen[pack->seen_count];

    if (path == NULL)
        list->settled = false;
    if (!list->settled)
        return;
    seen->path = path;
    look(path, &seen->look);
    list->settled = is_settled(&seen->look, list->begun);
    pack->seen_count++;
}

/* name NULL: memory ran out, and nothing is settled. */
static void see_part(struct list *list, const char *name)
{
    see(list, name != NULL ? bma_arena_printf(&list->pack->arena, "%s/%s", list->pack->folder, name) : NULL);
}

static void see_all(struct list *list, const struct bma_lexicon_files *lexicon)
{
    const struct bma_pack *pack = list->pack;

    see(list, pack->folder);
    see_part(list, "pack.yaml");
    see_part(list, "recommendations.yaml");
    see_part(list, "scoring.yaml");
    see_part(list, "likeness.csv");
    see_part(list, "standing.csv");
    see_part(list, "coherence");
    for (uint32_t i = 0; i < pack->dimension_count; i++)
        see_part(list, bma_pack_dimension_folder(list->pack, i));
    for (uint32_t i = 0; i < pack->rule_count; i++)
        see_part(list, pack->rules[i].file);
    for (uint32_t i = 0; i < pack->conflict_count; i++)
        see_part(list, pack->conflicts[i].file);
    see(list, bma_lexicon_files_folder(lexicon));
    for (size_t i = 0; i < bma_lexicon_files_count(lexicon); i++)
        see(list, bma_lexicon_files_path(lexicon, i));
}

void bma_pack_see(struct bma_pack *pack, const struct bma_lexicon_files *lexicon, time_t begun)
{
    enum { OTHERS = 8 };
    size_t most = OTHERS + bma_lexicon_files_count(lexicon) + pack->dimension_count + pack->rule_count +
                  pack->conflict_count;
    struct list list = {.pack = pack, .begun = begun, .settled = true};

    pack->seen_count = 0;
    pack->seen = bma_arena_calloc(&pack->arena, most, sizeof *pack->seen);
    if (pack->seen != NULL)
        see_all(&list, lexicon);
    if (!list.settled)
        pack->seen_count = 0;
}

bool bma_pack_is_as_seen(const struct bma_pack *pack)
{
    for (uint32_t i = 0; i < pack->seen_count; i++) {
        struct bma_look now;

        look(pack->seen[i].path, &now);
        if (memcmp(&now, &pack->seen[i].look, sizeof now) != 0)
            return false;
    }
    return pack->seen_count > 0;
}

void bma_pack_seen_image(struct bma_image *image, struct bma_pack *pack)
{
    size_t count = pack->seen_count;

    bma_image_records(image, &pack->seen, &count, sizeof *pack->seen);
    pack->seen_count = (uint32_t)count;
    for (size_t i = 0; i < count; i++) {
        bma_image_text(image, &pack->seen[i].path);
        BMA_IMAGE_VALUE(image, pack->seen[i].look);
    }
}

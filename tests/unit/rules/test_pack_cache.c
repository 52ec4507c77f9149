/* Compiled packs: what is read back is what was compiled, and nothing is believed that somebody else may have
 * written or that is damaged. */
#define _GNU_SOURCE /* nftw */
#include "rules/pack_cache.h"

#include "base/file.h"
#include "base/image.h"
#include "base/memory.h"
#include "base/replace.h"

#include <fcntl.h>
#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static const char PACK[] = BMA_SOURCE_DIR "/rules/m4md-2011";
enum { IMAGE_LIMIT = 64 * 1024 * 1024, DAMAGES = 24 };

struct folder {
    char path[64], image[160];
};

/* The one image of the folder, once there is one. */
static void find_image(struct folder *folder)
{
    char command[256];
    (void)snprintf(command, sizeof command, "ls %s/*.pack", folder->path);
    FILE *listing = popen(command, "r");
    assert_non_null(listing);
    assert_non_null(fgets(folder->image, sizeof folder->image, listing));
    folder->image[strcspn(folder->image, "\n")] = '\0';
    assert_null(fgets(command, sizeof command, listing));
    assert_int_equal(pclose(listing), 0);
}

static struct bma_pack *load(const char *cache)
{
    struct bma_pack *pack = NULL;
    struct bma_error error = {0};
    if (bma_pack_load(PACK, cache, &pack, &error) != BMA_OK)
        fail_msg("%s:%u: %s", error.file, (unsigned)error.line, error.message);
    return pack;
}

static bool is_from_image(const char *cache)
{
    struct bma_pack *pack = load(cache);
    bool from_image = pack->image != NULL;
    bma_pack_free(pack);
    return from_image;
}

static int open_folder(void **state)
{
    static struct folder folder;
    (void)snprintf(folder.path, sizeof folder.path, "/tmp/bma-cache-%ld", (long)getpid());
    assert_int_equal(mkdir(folder.path, 0700), 0);
    assert_false(is_from_image(folder.path));
    find_image(&folder);
    *state = &folder;
    return 0;
}

static int close_folder(void **state)
{
    struct folder *folder = *state;
    (void)unlink(folder->image);
    return rmdir(folder->path);
}

/* Everything that a pack holds, as one image. */
static char *dump(const struct bma_pack *pack, size_t *length)
{
    struct bma_image image;
    bma_image_write(&image);
    bma_lexicon_write(pack->lexicon, &image);
    bma_buffer_addf(&image.out, "%s %u %u %u", pack->sha256, (unsigned)pack->rule_count,
                    (unsigned)pack->conflict_count, (unsigned)pack->recommendation_count);
    for (uint32_t i = 0; i < pack->rule_count; i++) {
        const struct bma_rule *rule = &pack->rules[i];
        bma_buffer_addf(&image.out, "%s %s %s %u %u %u %s %s", rule->id, rule->title, rule->file,
                        (unsigned)rule->looks_for_count, (unsigned)rule->against_count,
                        (unsigned)rule->has_check, rule->wording, rule->advice[0]);
        for (uint32_t q = 0; q < rule->looks_for_count; q++)
            bma_buffer_addf(&image.out, "%u %u %d", (unsigned)rule->looks_for[q].all[0].concepts[0],
                            (unsigned)rule->looks_for[q].line, rule->looks_for[q].most);
    }
    assert_false(image.failed || image.out.failed);
    return bma_buffer_detach(&image.out, length);
}

static void read_back_is_what_was_compiled(void **state)
{
    const struct folder *folder = *state;
    assert_int_equal(unlink(folder->image), 0);
    struct bma_pack *compiled = load(folder->path), *kept = load(folder->path); /* the first one writes it */
    size_t compiled_length, kept_length;
    assert_null(compiled->image);
    assert_non_null(kept->image);
    char *one = dump(compiled, &compiled_length), *other = dump(kept, &kept_length);
    assert_int_equal(compiled_length, kept_length);
    assert_memory_equal(one, other, kept_length);
    bma_free(one);
    bma_free(other);
    bma_pack_free(compiled);
    bma_pack_free(kept);
}

static void write_bytes(const char *path, const char *bytes, size_t length)
{
    (void)unlink(path);
    assert_int_equal(bma_file_write_private(path, bytes, length, NULL), BMA_OK);
}

/* Each damage is found, the pack compiled, and the image made anew. */
static void damaged_images_are_not_used(void **state)
{
    const struct folder *folder = *state;
    char *bytes = NULL;
    size_t length = 0;
    assert_int_equal(bma_file_read(folder->image, IMAGE_LIMIT, &bytes, &length, NULL), BMA_OK);
    for (size_t i = 0; i < DAMAGES; i++) {
        size_t at = i < 8 ? i * 13 : length / DAMAGES * i;
        bytes[at] = (char)(bytes[at] ^ 0x10);
        write_bytes(folder->image, bytes, length);
        bytes[at] = (char)(bytes[at] ^ 0x10);
        /* between the end of the header's fields and the image there is room that nobody reads */
        if (at < 100 || at >= 128)
            assert_false(is_from_image(folder->path));
        assert_true(is_from_image(folder->path));
    }
    static const size_t cut[] = {0, 1, 127, 128, 129, 100000};
    for (size_t i = 0; i < sizeof cut / sizeof cut[0]; i++) {
        write_bytes(folder->image, bytes, cut[i]);
        assert_false(is_from_image(folder->path));
    }
    bma_free(bytes);
}

/* Reading never leaves the bytes, whatever they say. */
static void images_cut_short_are_not_read(void **state)
{
    (void)state;
    struct bma_pack *pack = load(NULL);
    struct bma_image image, cut;
    struct bma_arena arena;
    bma_image_write(&image);
    bma_lexicon_write(pack->lexicon, &image);
    for (size_t length = 0; length < image.out.length; length += 1 + image.out.length / 40) {
        struct bma_lexicon *lexicon = NULL;
        char *bytes =
            bma_strndup(image.out.bytes, length); /* a block of its own, so that ASan sees its end */
        assert_non_null(bytes);
        bma_arena_init(&arena);
        bma_image_read(&cut, bytes, length, &arena);
        assert_false(bma_lexicon_read(&cut, &lexicon));
        bma_arena_release(&arena);
        bma_free(bytes);
    }
    bma_image_release(&image);
    bma_pack_free(pack);
}

static void others_may_not_have_written_it(void **state)
{
    const struct folder *folder = *state;
    char elsewhere[200];
    assert_int_equal(chmod(folder->image, 0620), 0);
    assert_false(is_from_image(folder->path)); /* and writes its own */
    assert_true(is_from_image(folder->path));
    assert_int_equal(chmod(folder->path, 0720), 0);
    assert_false(is_from_image(folder->path));
    assert_int_equal(chmod(folder->path, 0700), 0);
    assert_true(is_from_image(folder->path));
    (void)snprintf(elsewhere, sizeof elsewhere, "%s.moved", folder->image);
    assert_int_equal(rename(folder->image, elsewhere), 0);
    assert_int_equal(symlink(elsewhere, folder->image), 0);
    assert_false(is_from_image(folder->path)); /* which puts a file in place of the link */
    assert_true(is_from_image(folder->path));
    assert_int_equal(unlink(elsewhere), 0);
    assert_int_equal(unlink(folder->image), 0);
    assert_int_equal(mkdir(folder->image, 0700), 0);
    assert_false(is_from_image(folder->path));
    assert_int_equal(rmdir(folder->image), 0);
    assert_false(is_from_image(folder->path));
    if (geteuid() == 0) {
        assert_int_equal(chown(folder->image, 65534, 65534), 0);
        assert_false(is_from_image(folder->path));
    }
    assert_false(is_from_image("/dev/null"));
    assert_true(is_from_image(folder->path));
}

/* A pack of one's own to change, beside the cache. */
struct own {
    char folder[64], cache[64];
};

static void run(const char *format, const char *path)
{
    char command[512];
    (void)snprintf(command, sizeof command, format, path); /* all of it the test's own */
    if (system(command) != 0)
        fail_msg("%s", command);
}

static struct bma_pack *load_own(const struct own *own, bool cached)
{
    struct bma_pack *pack = NULL;
    struct bma_error error = {0};
    if (bma_pack_load(own->folder, cached ? own->cache : NULL, &pack, &error) != BMA_OK)
        fail_msg("%s:%u: %s", error.file, (unsigned)error.line, error.message);
    return pack;
}

enum how { COMPILED, BY_HASH, BY_LOOKS };

/* How the pack was loaded: what was not read does not lie in the pack's arena, a tenth of which are records
 * that every way needs, and more than a fourth the files. */
static enum how how_loaded(const struct own *own)
{
    struct bma_pack *cached = load_own(own, true), *fresh = load_own(own, false);
    bool read = cached->arena.used * 5 > fresh->arena.used;
    enum how how = cached->image == NULL ? COMPILED : read ? BY_HASH : BY_LOOKS;
    assert_string_equal(cached->sha256, fresh->sha256);
    assert_int_equal(cached->rule_count, fresh->rule_count);
    bma_pack_free(cached);
    bma_pack_free(fresh);
    return how;
}

static void open_own(struct own *own)
{
    (void)snprintf(own->folder, sizeof own->folder, "/tmp/bma-own-%ld", (long)getpid());
    (void)snprintf(own->cache, sizeof own->cache, "/tmp/bma-own-%ld.cache", (long)getpid());
    assert_int_equal(mkdir(own->cache, 0700), 0);
    run("cp -r " BMA_SOURCE_DIR "/rules/m4md-2011 %s", own->folder);
}

/* A file of tomorrow never settles, however slow the machine is. */
static void unsettle(const struct own *own)
{
    run("touch -t 209901010000 %s/scoring.yaml", own->folder);
}

/* Until what changed has settled; the first look after a change is at the bytes. */
static void settle(const struct own *own)
{
    enum { SECONDS = 4 };
    run("touch %s/scoring.yaml", own->folder);
    (void)sleep(SECONDS);
    assert_int_not_equal(how_loaded(own), BY_LOOKS);
    assert_int_equal(how_loaded(own), BY_LOOKS);
}

/* Same size, same time of modification: the time of change gives it away. */
static void change_secretly(const struct own *own)
{
    char path[128];
    struct stat before;
    (void)snprintf(path, sizeof path, "%s/hr/HR-1.lua", own->folder);
    assert_int_equal(stat(path, &before), 0);
    FILE *file = fopen(path, "r+");
    assert_non_null(file);
    assert_int_equal(fseek(file, -1, SEEK_END), 0);
    assert_int_equal(fputc(' ', file), ' ');
    assert_int_equal(fclose(file), 0);
    const struct timespec times[2] = {before.st_atim, before.st_mtim};
    assert_int_equal(utimensat(AT_FDCWD, path, times, 0), 0);
}

/* Of nftw(3): whether the file, or folder, is on the list of the pack that is looked at. */
static const struct bma_pack *looked_at;

static int is_on_the_list(const char *path, const struct stat *about, int kind, struct FTW *place)
{
    (void)about;
    (void)kind;
    if (place->level == 0 || strcmp(path + place->base, "lexicon") == 0)
        return 0; /* the folder of each language is listed, not theirs */
    for (uint32_t i = 0; i < looked_at->seen_count; i++)
        if (strcmp(looked_at->seen[i].path, path) == 0)
            return 0;
    print_error("%s may change unseen\n", path);
    return 1;
}

static void every_file_of_a_pack_is_looked_at(const struct own *own)
{
    struct bma_pack *pack = load_own(own, true);

    assert_true(pack->seen_count > 0);
    looked_at = pack;
    assert_int_equal(nftw(own->folder, is_on_the_list, 8, FTW_PHYS), 0);
    bma_pack_free(pack);
}

static void looks_are_believed_once_they_have_settled(void **state)
{
    struct own own;
    (void)state;
    open_own(&own);
    unsettle(&own);
    assert_int_equal(how_loaded(&own), COMPILED);
    assert_int_equal(how_loaded(&own), BY_HASH); /* what changed just now may still change unseen */
    assert_int_equal(how_loaded(&own), BY_HASH);
    settle(&own);
    every_file_of_a_pack_is_looked_at(&own);
    change_secretly(&own);
    assert_int_equal(how_loaded(&own), COMPILED);
    unsettle(&own);
    assert_int_equal(how_loaded(&own), BY_HASH);
    settle(&own);
    run("printf 'language: en\\nconcepts:\\n  zz_new: {phrases: [zz new]}\\n' > %s/lexicon/en/zz.yaml",
        own.folder);
    assert_int_equal(how_loaded(&own), COMPILED);
    run("rm -r %s*", own.folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(read_back_is_what_was_compiled),
        cmocka_unit_test(damaged_images_are_not_used),
        cmocka_unit_test(images_cut_short_are_not_read),
        cmocka_unit_test(others_may_not_have_written_it),
        cmocka_unit_test(looks_are_believed_once_they_have_settled),
    };
    return cmocka_run_group_tests(tests, open_folder, close_folder);
}

#define _GNU_SOURCE /* dl_iterate_phdr */
#include "rules/pack_cache.h"

#include "base/file.h"
#include "base/image.h"
#include "base/memory.h"
#include "base/replace.h"
#include "base/sha256.h"
#include "rules/pack_parts.h"
#include "rules/pack_seen.h"

#include <fcntl.h>
#include <link.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { HEADER = 128, IMAGE_MAX_BYTES = 256 * 1024 * 1024 };

/* At the head of every image; what follows is 16-byte aligned. */
struct header {
    char magic[16];
    char key[65];
    uint64_t length, checksum;
};
_Static_assert(sizeof(struct header) <= HEADER, "the header has its room");
static const char MAGIC[16] = "bma pack image 6";

/* What the linker made of the object's contents (ld, --build-id); false: it has none. */
static bool add_build_id(struct bma_sha256 *hash, const struct dl_phdr_info *object)
{
    for (int i = 0; i < object->dlpi_phnum; i++) {
        const ElfW(Phdr) *header = &object->dlpi_phdr[i];
        const char *notes = (const char *)(uintptr_t)(object->dlpi_addr + header->p_vaddr);
        ElfW(Nhdr) note;

        if (header->p_type != PT_NOTE)
            continue;
        for (size_t at = 0; at + sizeof note <= header->p_memsz;) {
            memcpy(&note, notes + at, sizeof note);
            size_t name = at + sizeof note, id = name + ((note.n_namesz + 3U) & ~3U);
            if (id + note.n_descsz > header->p_memsz)
                break;
            if (note.n_type == NT_GNU_BUILD_ID && note.n_namesz == sizeof "GNU" &&
                memcmp(notes + name, "GNU", sizeof "GNU") == 0) {
                bma_sha256_add(hash, notes + id, note.n_descsz);
                return true;
            }
            at = id + ((note.n_descsz + 3U) & ~3U);
        }
    }
    return false;
}

/* Without a build id: another program or library has another time, size or place. */
static void add_looks(struct bma_sha256 *hash, const char *path)
{
    struct stat about;
    char text[256];
    int length = 0;

    if (stat(path, &about) == 0)
        length = snprintf(text, sizeof text, "%llu %llu %lld %lld %ld", (unsigned long long)about.st_dev,
                          (unsigned long long)about.st_ino, (long long)about.st_size,
                          (long long)about.st_mtim.tv_sec, about.st_mtim.tv_nsec);
    bma_sha256_add(hash, path, strlen(path) + 1);
    bma_sha256_add(hash, text, (size_t)length);
}

/* The program itself has no name; what the kernel puts in has one without a folder, and does not matter. */
static int add_loaded(struct dl_phdr_info *object, size_t size, void *hash)
{
    bool is_program = object->dlpi_name == NULL || *object->dlpi_name == '\0';

    (void)size;
    if ((is_program || strchr(object->dlpi_name, '/') != NULL) && !add_build_id(hash, object))
        add_looks(hash, is_program ? "/proc/self/exe" : object->dlpi_name);
    return 0;
}

/*
 * Of all that an image depends on beside the pack's files: the folder as it was named, the program and its
 * libraries (another stemmer gives other stems), and the layout of its memory.
 */
static void make_key(const struct bma_pack *pack, char key[65])
{
    struct bma_sha256 hash;
    char text[64];
    int length = snprintf(text, sizeof text, BMA_VERSION " %zu %zu %zu", sizeof(struct bma_rule),
                          sizeof(struct bma_query), sizeof(void *));

    bma_sha256_init(&hash);
    bma_sha256_add(&hash, text, (size_t)length);
    bma_sha256_add(&hash, pack->folder, strlen(pack->folder) + 1);
    (void)dl_iterate_phdr(add_loaded, &hash);
    bma_sha256_hex(&hash, key);
}

/* One name for each folder and each way to name it, so that two ways do not take turns in one image. */
static char *image_path(const struct bma_pack *pack, const char *cache)
{
    struct bma_sha256 hash;
    char digits[65], name[80];
    char *absolute = realpath(pack->folder, NULL);
    const char *folder = absolute != NULL ? absolute : pack->folder;

    bma_sha256_init(&hash);
    bma_sha256_add(&hash, folder, strlen(folder) + 1);
    bma_sha256_add(&hash, pack->folder, strlen(pack->folder) + 1);
    bma_sha256_hex(&hash, digits);
    free(absolute);
    (void)snprintf(name, sizeof name, "%.32s.pack", digits);
    return bma_path_join(cache, name);
}

/* Whether nobody but the user, or root, can have put something there. */
static bool is_own(const struct stat *about)
{
    return (about->st_uid == geteuid() || about->st_uid == 0) && (about->st_mode & (S_IWGRP | S_IWOTH)) == 0;
}

static bool is_own_folder(const char *path)
{
    struct stat about;

    return getuid() == geteuid() && lstat(path, &about) == 0 && S_ISDIR(about.st_mode) && is_own(&about);
}

/* The image's bytes, mapped; NULL when there are none that can be believed. */
static const char *map(const char *path, size_t *length)
{
    struct stat about;
    void *bytes = MAP_FAILED;
    int file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);

    if (file < 0)
        return NULL;
    if (fstat(file, &about) == 0 && S_ISREG(about.st_mode) && is_own(&about) && about.st_size > HEADER &&
        about.st_size <= IMAGE_MAX_BYTES)
        bytes = mmap(NULL, (size_t)about.st_size, PROT_READ, MAP_PRIVATE, file, 0);
    close(file);
    *length = bytes == MAP_FAILED ? 0 : (size_t)about.st_size;
    return bytes == MAP_FAILED ? NULL : bytes;
}

static bool fits(const char *bytes, size_t length, const char *key)
{
    struct header header;

    memcpy(&header, bytes, sizeof header);
    return memcmp(header.magic, MAGIC, sizeof MAGIC) == 0 &&
           memcmp(header.key, key, sizeof header.key) == 0 && header.length == length - HEADER &&
           header.checksum == bma_image_checksum(bytes + HEADER, length - HEADER);
}

static bool read_image(struct bma_pack *pack, const char *bytes, size_t length)
{
    struct bma_image image;

    bma_image_read(&image, bytes + HEADER, length - HEADER, &pack->arena);
    bma_pack_image(&image, pack);
    return !image.failed && bma_lexicon_read(&image, &pack->lexicon);
}

/* Whether the image is of the files that are there now: of these bytes, or else of files that still look so.
 */
static bool is_current(const struct bma_pack *pack, const struct bma_pack *before)
{
    if (*before->sha256 != '\0')
        return memcmp(pack->sha256, before->sha256, sizeof pack->sha256) == 0;
    return bma_pack_is_as_seen(pack);
}

/* Where it is of no use, the pack is as it was. */
static bool take(struct bma_pack *pack, const char *bytes, size_t length)
{
    struct bma_pack before = *pack;

    if (read_image(pack, bytes, length) && is_current(pack, &before)) {
        pack->image = bytes;
        pack->image_length = length;
        return true;
    }
    bma_lexicon_free(pack->lexicon);
    before.arena = pack->arena;
    *pack = before;
    return false;
}

static bool load_from(struct bma_pack *pack, const char *cache)
{
    char key[65];
    size_t length = 0;
    char *path = is_own_folder(cache) ? image_path(pack, cache) : NULL;
    const char *bytes = path != NULL ? map(path, &length) : NULL;
    bool taken = false;

    if (bytes != NULL) {
        make_key(pack, key);
        taken = fits(bytes, length, key) && take(pack, bytes, length);
    }
    if (bytes != NULL && !taken)
        munmap((void *)(uintptr_t)bytes, length);
    bma_free(path);
    return taken;
}

bool bma_pack_cache_load(struct bma_pack *pack, const char *cache)
{
    return load_from(pack, cache) || load_from(pack, BMA_PACK_CACHE_INSTALLED);
}

/* The folder and those above it, as far as they are missing. */
static void make_folder(const char *path)
{
    char *copy = bma_strndup(path, strlen(path));

    for (char *at = copy; copy != NULL && (at = strchr(at + 1, '/')) != NULL; *at = '/') {
        *at = '\0';
        (void)mkdir(copy, 0700);
    }
    if (copy != NULL)
        (void)mkdir(copy, 0700);
    bma_free(copy);
}

static void write_image(const char *path, const char *key, struct bma_image *image)
{
    struct header header = {.length = image->out.length - HEADER};
    char *bytes = image->out.bytes;

    memcpy(header.magic, MAGIC, sizeof MAGIC);
    memcpy(header.key, key, sizeof header.key);
    header.checksum = bma_image_checksum(bytes + HEADER, image->out.length - HEADER);
    memcpy(bytes, &header, sizeof header);
    (void)bma_file_write_private(path, bytes, image->out.length, NULL);
}

void bma_pack_cache_save(const struct bma_pack *pack, const char *cache)
{
    static const char room[HEADER];
    struct bma_image image;
    struct bma_pack same = *pack; /* the walk may write into its fields, and does not while it writes */
    char key[65];
    char *path = NULL;

    if (*cache == '\0') /* there is no home */
        return;
    make_folder(cache);
    bma_image_write(&image);
    if (is_own_folder(cache) && (path = image_path(pack, cache)) != NULL) {
        make_key(pack, key);
        bma_buffer_add(&image.out, room, sizeof room);
        bma_pack_image(&image, &same);
        bma_lexicon_write(pack->lexicon, &image);
        if (!image.failed && !image.out.failed)
            write_image(path, key, &image);
    }
    bma_image_release(&image);
    bma_free(path);
}

void bma_pack_cache_release(struct bma_pack *pack)
{
    if (pack->image != NULL)
        munmap((void *)(uintptr_t)pack->image, pack->image_length);
    pack->image = NULL;
}

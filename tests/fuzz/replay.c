/* Without libFuzzer: every file of the folders named is handed to the target once. */
#include "fuzz.h"

#include "base/file.h"
#include "base/memory.h"

#include <dirent.h>
#include <stdio.h>
#include <string.h>

enum { MOST = 64 * 1024 * 1024 };

static void replay(const char *file)
{
    struct bma_error error;
    char *bytes = NULL;
    size_t length = 0;

    fuzz_need(bma_file_read(file, MOST, &bytes, &length, &error) == BMA_OK, file);
    LLVMFuzzerTestOneInput((const uint8_t *)bytes, length);
    bma_free(bytes);
}

static size_t replay_folder(const char *folder)
{
    DIR *stream = opendir(folder);
    struct dirent *entry;
    size_t count = 0;

    fuzz_need(stream != NULL, folder);
    while ((entry = readdir(stream)) != NULL) {
        char *file;

        if (entry->d_name[0] == '.')
            continue;
        file = bma_path_join(folder, entry->d_name);
        fuzz_need(file != NULL, "no memory");
        replay(file);
        bma_free(file);
        count++;
    }
    closedir(stream);
    return count;
}

int main(int argc, char **argv)
{
    size_t count = 0;

    for (int i = 1; i < argc; i++)
        count += replay_folder(argv[i]);
    printf("%zu inputs\n", count);
    return count > 0 ? 0 : 2;
}

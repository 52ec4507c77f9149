/* A case file and a file of waivers; conventions without words, so that only the file is under test. */
#include "fuzz.h"

#include "readers/case_file.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct bma_conventions none;
    struct bma_error error;
    struct bma_case *agreement = NULL;
    const char *path = fuzz_file("case.yaml", data, size);

    if (bma_case_read(path, &none, &agreement, &error) == BMA_OK)
        bma_case_free(agreement);
    if (bma_waivers_read(path, &agreement, &error) == BMA_OK)
        bma_case_free(agreement);
    return 0;
}

/* A baseline: only its reading; no rule runs. */
#include "fuzz.h"

#include "scoring/baseline.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct bma_pack *pack;
    struct bma_error error;
    struct bma_baseline *baseline = NULL;

    if (pack == NULL)
        fuzz_need(bma_pack_load(FUZZ_PACK, NULL, &pack, &error) == BMA_OK, "the pack cannot be opened");
    if (bma_baseline_read(fuzz_file("baseline.json", data, size), pack, &baseline, &error) == BMA_OK)
        bma_baseline_free(baseline);
    return 0;
}

#include "readers/draft.h"
void bma_draft_repetitions(struct bma_draft *draft)
{
    (void)draft;
}

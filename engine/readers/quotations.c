#include "readers/draft.h"
void bma_draft_quotations(struct bma_draft *draft)
{
    (void)draft;
}

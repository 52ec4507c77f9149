#include "readers/draft.h"
void bma_draft_furniture(struct bma_draft *draft)
{
    (void)draft;
}

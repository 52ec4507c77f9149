#include "reports/parties.h"

#include "language/party_plain.h"

#include <string.h>

void bma_card_plain_party(const struct bma_scorecard *card, const char *name, struct bma_buffer *out)
{
    const struct bma_lexicon *lexicon = card->pack->lexicon;

    bma_party_plain(lexicon != NULL ? &bma_lexicon_conventions(lexicon)->party : NULL, name, out);
}

/* The least plain name that is greater than `last`, into `out`; false where there is none. */
static bool next_name(const struct bma_scorecard *card, const char *last, struct bma_buffer *out)
{
    struct bma_buffer name;

    bma_buffer_clear(out);
    bma_buffer_init(&name);
    for (size_t i = 0; i < card->party_count; i++) {
        bma_buffer_clear(&name);
        bma_card_plain_party(card, card->parties[i].name, &name);
        if (name.length == 0 || strcmp(name.bytes, last) <= 0 ||
            (out->length > 0 && strcmp(name.bytes, out->bytes) >= 0))
            continue;
        bma_buffer_clear(out);
        bma_buffer_add(out, name.bytes, name.length);
    }
    out->failed |= name.failed;
    bma_buffer_release(&name);
    return out->length > 0;
}

void bma_card_pair(const struct bma_scorecard *card, struct bma_buffer *out)
{
    struct bma_buffer last, next;
    const char *dash = "";

    bma_buffer_init(&last);
    bma_buffer_init(&next);
    while (card->party_count >= 2 && next_name(card, last.length > 0 ? last.bytes : "", &next)) {
        bma_buffer_addf(out, "%s%s", dash, next.bytes);
        dash = " – ";
        bma_buffer_clear(&last);
        bma_buffer_add(&last, next.bytes, next.length);
    }
    out->failed |= last.failed || next.failed;
    bma_buffer_release(&last);
    bma_buffer_release(&next);
}

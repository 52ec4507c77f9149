/*
 * People named after their country: an adjective that the language makes of the name by an
 * ending ("Marenda", "Marendan"), or that stands in the name itself ("Marendan Republic").
 */
#include "language/parties.h"

static unsigned char lower(char byte)
{
    unsigned char c = (unsigned char)byte;
    return (unsigned char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
}

/* Whether the word is the country's name with an ending of its people: the name but for three letters, then
 * the ending. */
static bool derives(const struct bma_parties *parties, const struct bma_annotated *text, uint32_t token,
                    const struct bma_party_word *name)
{
    const char *word = text->document->text + text->tokens[token].start;
    uint32_t length = text->tokens[token].length, shared = 0;
    const struct bma_words *endings = &parties->words->demonym;

    while (shared < length && shared < name->length && lower(word[shared]) == lower(name->at[shared]))
        shared++;
    for (uint32_t root = shared; root >= 4 && root + 3 >= name->length; root--)
        for (size_t i = 0; i < endings->count; i++) {
            const char *ending = endings->items[i];
            uint32_t at = 0;
            while (root + at < length && ending[at] != '\0' && lower(word[root + at]) == lower(ending[at]))
                at++;
            if (root + at == length && ending[at] == '\0')
                return true;
        }
    return false;
}

/* The Party whose people the word names; 0 where neither or both might be meant. */
unsigned char bma_party_demonym(const struct bma_parties *parties, const struct bma_annotated *text,
                                uint32_t token)
{
    unsigned found = 0;

    if (!(text->tokens[token].flags & BMA_TOKEN_CAPITAL) || text->tokens[token].length < 5)
        return 0;
    for (uint32_t i = 0; i < parties->form_count; i++) {
        const struct bma_party_form *form = &parties->forms[i];
        const struct bma_party_word *words = &parties->pool[form->first];
        if (form->side & BMA_SIDE_OFFICE)
            continue;
        /* "Marendan Republic" has the people's name in front; "Marenda" may be bent to it */
        if (bma_token_is(text, token, words->at, words->length) ||
            derives(parties, text, token, &words[form->words - 1]))
            found |= form->side & BMA_SIDE_PARTY;
    }
    return found == BMA_SIDE_PARTY ? 0 : (unsigned char)found;
}

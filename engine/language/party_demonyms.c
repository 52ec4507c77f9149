/*
 * People named after their country: an adjective that the language makes of the name by an
 * ending ("Marenda", "Marendan"), that stands in the name itself ("Marendan Republic"), or that has to be
 * known ("Dutch").
 */
#include "language/parties.h"

#include "base/ascii.h"

#include <string.h>

enum { SHORTEST = 3, SHORTEST_DERIVED = 5 /* bytes of such a word */ };

/* Whether the word is the country's name with an ending of its people: the name but for three letters, then
 * the ending. */
static bool derives(const struct bma_parties *parties, const struct bma_annotated *text, uint32_t token,
                    const struct bma_party_word *name)
{
    const char *word = text->document->text + text->tokens[token].start;
    uint32_t length = text->tokens[token].length, shared = 0;
    const struct bma_words *endings = &parties->words->demonym;

    while (shared < length && shared < name->length &&
           bma_ascii_lower(word[shared]) == bma_ascii_lower(name->at[shared]))
        shared++;
    for (uint32_t root = shared; root >= 4 && root + 3 >= name->length; root--)
        for (size_t i = 0; i < endings->count; i++) {
            const char *ending = endings->items[i];
            uint32_t at = 0;
            while (root + at < length && ending[at] != '\0' &&
                   bma_ascii_lower(word[root + at]) == bma_ascii_lower(ending[at]))
                at++;
            if (root + at == length && ending[at] == '\0')
                return true;
        }
    return false;
}

const char *bma_party_country(const struct bma_party_words *words, const struct bma_annotated *text,
                              uint32_t token)
{
    unsigned char initial = bma_ascii_lower(text->document->text[text->tokens[token].start]);

    for (size_t i = 0; i < words->known.count; i++) {
        const char *entry = words->known.items[i];
        const char *sign = bma_ascii_lower(entry[0]) == initial ? strchr(entry, '=') : NULL;

        if (sign && bma_token_is(text, token, entry, (size_t)(sign - entry)))
            return sign + 1;
    }
    return NULL;
}

/* Whether the form has the word by which the country is told. */
static bool is_country(const struct bma_parties *parties, const struct bma_party_form *form,
                       const char *country)
{
    size_t length = strlen(country);

    for (uint32_t i = 0; i < form->words; i++) {
        const struct bma_party_word *word = &parties->pool[form->first + i];
        size_t same = 0;

        while (same < length && same < word->length &&
               bma_ascii_lower(word->at[same]) == bma_ascii_lower(country[same]))
            same++;
        if (same == length && same == word->length)
            return true;
    }
    return false;
}

/* The Party whose people the word names; 0 where neither or both might be meant. */
unsigned char bma_party_demonym(const struct bma_parties *parties, const struct bma_annotated *text,
                                uint32_t token)
{
    unsigned found = 0;
    const char *country;

    if (!(text->tokens[token].flags & BMA_TOKEN_CAPITAL) || text->tokens[token].length < SHORTEST)
        return 0;
    country = bma_party_country(parties->words, text, token);
    if (!country && text->tokens[token].length < SHORTEST_DERIVED)
        return 0;
    for (uint32_t i = 0; i < parties->form_count; i++) {
        const struct bma_party_form *form = &parties->forms[i];
        const struct bma_party_word *words = &parties->pool[form->first];
        if (form->side & BMA_SIDE_OFFICE)
            continue;
        /* "Marendan Republic" has the people's name in front; "Marenda" may be bent to it */
        if (country ? is_country(parties, form, country)
                    : bma_token_is(text, token, words->at, words->length) ||
                          derives(parties, text, token, &words[form->words - 1]))
            found |= form->side & BMA_SIDE_PARTY;
    }
    return found == BMA_SIDE_PARTY ? 0 : (unsigned char)found;
}

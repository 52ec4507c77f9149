/* A sealed lexicon as an image: every field once, for both directions. */
#include "base/image.h"
#include "base/memory.h"
#include "language/lexicon_internal.h"

static void word_table(struct bma_image *image, struct bma_word_table *table)
{
    size_t words = table->word_count == 0 ? 0 : table->word_count + 1; /* words[0] is unused */
    bma_image_array(image, &table->slots, &table->slot_count, sizeof *table->slots);
    bma_image_array(image, &table->words, &words, sizeof *table->words);
    bma_image_array(image, &table->bytes, &table->byte_count, 1);
    table->word_count = words == 0 ? 0 : words - 1;
}

/* Without `plain`, which only phrases need while they are read. */
static void symbols(struct bma_image *image, struct bma_symbols *symbols)
{
    word_table(image, &symbols->variants);
    word_table(image, &symbols->stem_variants);
    word_table(image, &symbols->own_stems);
    word_table(image, &symbols->preferred);
    word_table(image, &symbols->clitics);
    word_table(image, &symbols->numbers);
    word_table(image, &symbols->stems);
    word_table(image, &symbols->exact);
    word_table(image, &symbols->special);
    bma_image_array(image, &symbols->elements, &symbols->symbol_count, sizeof *symbols->elements);
}

static void chains(struct bma_image *image, struct bma_chains *chains)
{
    /* with the one behind the last */
    size_t nodes = image->reading ? 0 : chains->trie.node_count + 1;
    size_t segments = image->reading ? 0 : chains->segment_count + 1;

    bma_image_array(image, &chains->trie.nodes, &nodes, sizeof *chains->trie.nodes);
    bma_image_array(image, &chains->trie.parents, &nodes, sizeof *chains->trie.parents);
    chains->trie.node_count = nodes == 0 ? 0 : nodes - 1;
    bma_image_array(image, &chains->entries, &chains->entry_count, sizeof *chains->entries);
    bma_image_array(image, &chains->segments, &segments, sizeof *chains->segments);
    chains->segment_count = segments == 0 ? 0 : segments - 1;
    bma_image_array(image, &chains->sets, &chains->set_count, sizeof *chains->sets);
    bma_image_array(image, &chains->set_segments, &chains->set_segment_count, sizeof *chains->set_segments);
    bma_image_array(image, &chains->outputs, &chains->output_count, sizeof *chains->outputs);
    bma_image_array(image, &chains->segment_outputs, &chains->segment_output_count,
                    sizeof *chains->segment_outputs);
    bma_image_array(image, &chains->paths, &chains->path_count, sizeof *chains->paths);
    bma_image_array(image, &chains->steps, &chains->step_count, sizeof *chains->steps);
    bma_image_array(image, &chains->anchors, &chains->anchor_count, sizeof *chains->anchors);
    bma_image_array(image, &chains->homes, &chains->home_count, sizeof *chains->homes);
    BMA_IMAGE_VALUE(image, chains->longest_path);
}

static void concept(struct bma_image *image, struct bma_concept *concept)
{
    bma_image_text(image, &concept->name);
    bma_image_text(image, &concept->about);
    bma_image_text(image, &concept->file);
    BMA_IMAGE_VALUE(image, concept->role);
    BMA_IMAGE_VALUE(image, concept->line);
    BMA_IMAGE_VALUE(image, concept->phrase_count);
}

static void concepts(struct bma_image *image, struct bma_lexicon *lexicon)
{
    size_t firsts = lexicon->concept_count + 1;
    size_t emissions = image->reading ? 0 : lexicon->emission_first[lexicon->concept_count];
    size_t guards = 0;
    for (size_t i = 0; i < emissions; i++)
        if (lexicon->emissions[i].first_guard + lexicon->emissions[i].guard_count > guards)
            guards = lexicon->emissions[i].first_guard + lexicon->emissions[i].guard_count;
    bma_image_records(image, &lexicon->concepts, &lexicon->concept_count, sizeof *lexicon->concepts);
    for (size_t i = 0; i < lexicon->concept_count; i++)
    concept(image, &lexicon->concepts[i]);
    word_table(image, &lexicon->names);
    bma_image_array(image, &lexicon->emission_first, &firsts, sizeof *lexicon->emission_first);
    bma_image_array(image, &lexicon->emissions, &emissions, sizeof *lexicon->emissions);
    bma_image_array(image, &lexicon->guards, &guards, sizeof *lexicon->guards);
}

static void walk(struct bma_image *image, struct bma_lexicon *lexicon)
{
    bma_image_text(image, &lexicon->stemmer);
    bma_conventions_image(image, &lexicon->conventions);
    concepts(image, lexicon);
    symbols(image, &lexicon->symbols);
    chains(image, &lexicon->chains);
}

void bma_lexicon_write(const struct bma_lexicon *lexicon, struct bma_image *image)
{
    struct bma_lexicon same = *lexicon; /* the walk may write into its fields, and does not while it writes */
    walk(image, &same);
}

bool bma_lexicon_read(struct bma_image *image, struct bma_lexicon **out)
{
    struct bma_lexicon *lexicon = bma_calloc(1, sizeof *lexicon);
    if (lexicon == NULL)
        return false;
    bma_arena_init(&lexicon->arena);
    lexicon->in_image = true;
    walk(image, lexicon);
    if (image->failed) {
        bma_lexicon_free(lexicon);
        return false;
    }
    *out = lexicon;
    return true;
}

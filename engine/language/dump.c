#include "language/dump.h"

static const char *const actor_names[] = {"parties",     "origin", "destination", "employer",
                                          "worker",      "agency", "joint-body",  "authority",
                                          "third-party", "first",  "second"};

static void add_actors(struct bma_buffer *out, unsigned actors)
{
    const char *before = " (";

    for (unsigned i = 0; i < sizeof actor_names / sizeof *actor_names; i++) {
        if (!(actors & 1u << i))
            continue;
        bma_buffer_adds(out, before);
        bma_buffer_adds(out, actor_names[i]);
        before = ", ";
    }
    if (actors)
        bma_buffer_addc(out, ')');
}

/* The text with every run of white space as one space. */
static void add_text(struct bma_buffer *out, const char *text, uint32_t start, uint32_t end)
{
    bool blank = false;

    for (uint32_t i = start; i < end; i++) {
        bool white = text[i] == ' ' || text[i] == '\n' || text[i] == '\r' || text[i] == '\t';
        if (!white || !blank)
            bma_buffer_addc(out, white ? ' ' : text[i]);
        blank = white;
    }
}

static void add_flag(struct bma_buffer *out, bool set, const char *name)
{
    if (!set)
        return;
    bma_buffer_addc(out, ' ');
    bma_buffer_adds(out, name);
}

static void add_predicate(const struct bma_annotated *text, const struct bma_predicate *predicate,
                          struct bma_buffer *out)
{
    const struct bma_token *first = &text->tokens[predicate->first];
    const struct bma_token *last = &text->tokens[predicate->end - 1];

    bma_buffer_adds(out, predicate->subordinate ? "      " : "    ");
    bma_buffer_adds(out, bma_modality_name(predicate->modality));
    add_flag(out, predicate->negated, "not");
    add_flag(out, predicate->released, "released");
    add_flag(out, predicate->hedged, "hedged");
    add_flag(out, predicate->conditional, "if");
    add_flag(out, predicate->excepted, "except");
    add_flag(out, predicate->inherited, "inherited");
    add_actors(out, predicate->actors);
    bma_buffer_adds(out, "  | ");
    add_text(out, text->document->text, first->start, last->start + last->length);
    bma_buffer_addc(out, '\n');
}

static void add_reference(const struct bma_annotated *text, const struct bma_reference *reference,
                          struct bma_buffer *out)
{
    bma_buffer_adds(out, "    -> ");
    add_text(out, text->document->text, reference->span.start, reference->span.end);
    if (reference->external)
        bma_buffer_adds(out, " in another instrument\n");
    else if (reference->target == BMA_NONE)
        bma_buffer_adds(out, " nowhere\n");
    else
        bma_buffer_addf(out, " = %s\n", text->document->nodes[reference->target].citation);
}

/* The matters that rules ask for; what is syntax shows in the predicates. */
static void add_concepts(const struct bma_annotated *text, const struct bma_clause_features *features,
                         struct bma_buffer *out)
{
    const char *before = "    : ";
    uint32_t last = BMA_NONE;

    for (uint32_t i = 0; i < features->annotation_count; i++) {
        const struct bma_annotation *found = &text->annotations[features->first_annotation + i];
        const struct bma_concept *concept = bma_lexicon_concept(text->lexicon, found->concept);
        if (concept->role != BMA_CONCEPT_TOPIC || found->concept == last)
            continue;
        const struct bma_token *first = &text->tokens[found->first], *end = &text->tokens[found->end - 1];
        bma_buffer_addf(out, "%s%s (", before, concept->name);
        add_text(out, text->document->text, first->start, end->start + end->length);
        bma_buffer_addc(out, ')');
        before = ", ";
        last = found->concept;
    }
    if (last != BMA_NONE)
        bma_buffer_addc(out, '\n');
}

static void add_clause(const struct bma_annotated *text, uint32_t clause, struct bma_buffer *out)
{
    const struct bma_clause_features *features = &text->clauses[clause];
    const struct bma_clause *place = &text->document->clauses[clause];

    bma_buffer_addf(out, "%u:%u %s %s", (unsigned)place->line, (unsigned)place->column,
                    text->document->nodes[place->node].citation, bma_zone_name(place->zone));
    add_flag(out, features->definition, "definition");
    add_flag(out, features->elsewhere, "elsewhere");
    add_flag(out, features->final, "final");
    add_flag(out, bma_clause_is_cited(features), "quoted");
    add_flag(out, features->enacted, "enacted");
    add_flag(out, features->has_time, "+time");
    add_flag(out, features->has_frequency, "+frequency");
    add_flag(out, features->has_body, "+body");
    add_flag(out, features->has_procedure, "+procedure");
    bma_buffer_addc(out, '\n');
    for (uint32_t i = 0; i < features->predicate_count; i++)
        add_predicate(text, &text->predicates[features->first_predicate + i], out);
    add_concepts(text, features, out);
}

void bma_annotated_dump(const struct bma_annotated *text, struct bma_buffer *out)
{
    uint32_t reference = 0;

    for (uint32_t i = 0; i < text->party_count; i++) {
        const char *role = bma_role_name(text->parties[i].role);
        bma_buffer_addf(out, "%s: %s%s%s\n", i == 0 ? "first Party" : "second Party", text->parties[i].name,
                        role ? ", " : "", role ? role : "");
    }
    if (text->non_binding)
        bma_buffer_adds(out, "does not bind\n");
    if (text->annexes_integral)
        bma_buffer_adds(out, "annexes are part of it\n");
    for (uint32_t i = 0; i < text->document->clause_count; i++) {
        add_clause(text, i, out);
        for (; reference < text->reference_count && text->references[reference].clause == i; reference++)
            add_reference(text, &text->references[reference], out);
    }
}

#include "learning/company.h"

#include "base/arena.h"
#include "base/memory.h"

#include <math.h>
#include <string.h>

/* Chosen on drafts that were not learned from (docs/likeness.md). */
static const double ABOVE_CHANCE = 0.5; /* log: from here on two terms are company */
enum { ROUNDS = 20 };

/* What a term has in common with another. */
struct tie {
    uint32_t other;
    float strength;
};

/* A symmetric matrix by rows, and what it takes to make it. */
struct company {
    const struct bma_clause_terms *in;
    uint32_t *of, *first_of; /* of term i: the clauses that have it, of[first_of[i] … first_of[i + 1]) */
    double *met;             /* by term: how often it meets others */
    double total;
    double *with;     /* by term: how often the term at hand meets it, */
    uint32_t *others; /* and which it meets at all */
    struct tie *ties; /* of term i: ties[first_tie[i] … first_tie[i + 1]); on the heap */
    size_t tie_count, tie_capacity;
    size_t *first_tie;
};

/* ---- counting ---- */

/* A clause counts as one meeting for each of its terms, however many they are. */
static double weight_of(const struct bma_clause_terms *in, size_t clause)
{
    uint32_t length = in->first[clause + 1] - in->first[clause];

    return length > 0 ? 1.0 / length : 0;
}

static bool open_company(struct company *company, const struct bma_clause_terms *in, struct bma_arena *arena)
{
    size_t terms = in->terms + 2;

    *company = (struct company){.in = in};
    company->of = bma_arena_calloc(arena, in->first[in->clauses] + 1u, sizeof *company->of);
    company->first_of = bma_arena_calloc(arena, terms, sizeof *company->first_of);
    company->met = bma_arena_calloc(arena, terms, sizeof *company->met);
    company->with = bma_arena_calloc(arena, terms, sizeof *company->with);
    company->others = bma_arena_calloc(arena, terms, sizeof *company->others);
    company->first_tie = bma_arena_calloc(arena, terms, sizeof *company->first_tie);
    return company->of && company->first_of && company->met && company->with && company->others &&
           company->first_tie;
}

/* The clauses of each term, in order; first_of has one place more while it is filled. */
static void index_terms(struct company *company)
{
    const struct bma_clause_terms *in = company->in;

    for (uint32_t k = 0; k < in->first[in->clauses]; k++)
        company->first_of[in->members[k] + 2]++;
    for (size_t term = 2; term < in->terms + 2; term++)
        company->first_of[term] += company->first_of[term - 1];
    for (size_t clause = 0; clause < in->clauses; clause++) {
        double met = 1 - weight_of(in, clause);

        for (uint32_t k = in->first[clause]; k < in->first[clause + 1]; k++) {
            company->of[company->first_of[in->members[k] + 1]++] = (uint32_t)clause;
            company->met[in->members[k]] += met;
            company->total += met;
        }
    }
}

static size_t count_others(struct company *company, uint32_t term)
{
    const struct bma_clause_terms *in = company->in;
    size_t count = 0;

    for (uint32_t c = company->first_of[term]; c < company->first_of[term + 1]; c++) {
        uint32_t clause = company->of[c];
        double weight = weight_of(in, clause);

        for (uint32_t k = in->first[clause]; k < in->first[clause + 1]; k++) {
            uint32_t other = in->members[k];

            if (other == term)
                continue;
            if (!(company->with[other] > 0))
                company->others[count++] = other;
            company->with[other] += weight;
        }
    }
    return count;
}

static bool tie_term(struct company *company, uint32_t term)
{
    size_t count = count_others(company, term);

    if (bma_grow(&company->ties, &company->tie_capacity, company->tie_count + count + 1,
                 sizeof *company->ties) != 0)
        return false;
    for (size_t i = 0; i < count; i++) {
        uint32_t other = company->others[i];
        double above = log(company->with[other] * company->total / company->met[term] / company->met[other]) -
                       ABOVE_CHANCE;

        if (above > 0)
            company->ties[company->tie_count++] = (struct tie){other, (float)above};
        company->with[other] = 0;
    }
    company->first_tie[term + 1] = company->tie_count;
    return true;
}

/* ---- eigenvectors ---- */

/* to = matrix × from; both [term][width]. */
static void multiply(const struct company *company, uint32_t width, const float *from, float *to)
{
    memset(to, 0, company->in->terms * width * sizeof *to);
    for (size_t term = 0; term < company->in->terms; term++) {
        float *row = to + term * width;

        for (size_t i = company->first_tie[term]; i < company->first_tie[term + 1]; i++) {
            const float *other = from + (size_t)company->ties[i].other * width;

            for (uint32_t k = 0; k < width; k++)
                row[k] += company->ties[i].strength * other[k];
        }
    }
}

static double product(const float *columns, size_t rows, uint32_t width, uint32_t a, uint32_t b)
{
    double sum = 0;

    for (size_t row = 0; row < rows; row++)
        sum += (double)columns[row * width + a] * (double)columns[row * width + b];
    return sum;
}

/* Makes columns perpendicular and of length 1 (Gram and Schmidt); `length` is what each had beyond those
 * before it. */
static void straighten(float *columns, size_t rows, uint32_t width, double *length)
{
    for (uint32_t a = 0; a < width; a++) {
        for (uint32_t b = 0; b < a; b++) {
            float share = (float)product(columns, rows, width, a, b);

            for (size_t row = 0; row < rows; row++)
                columns[row * width + a] -= share * columns[row * width + b];
        }
        length[a] = sqrt(product(columns, rows, width, a, a));
        for (size_t row = 0; length[a] > 0 && row < rows; row++)
            columns[row * width + a] /= (float)length[a];
    }
}

/* Columns by the roots of their lengths, around their means. */
static void weigh_columns(float *vectors, size_t rows, uint32_t width, const double *length)
{
    for (uint32_t k = 0; k < width; k++) {
        float root = (float)sqrt(length[k]);
        double mean = 0;

        for (size_t row = 0; row < rows; row++)
            mean += (double)vectors[row * width + k] / (double)rows;
        for (size_t row = 0; row < rows; row++)
            vectors[row * width + k] = root * (vectors[row * width + k] - (float)mean);
    }
}

/* Rows to length 1, or 0 of a term that has no tie. */
static void even_rows(const struct company *company, float *vectors, uint32_t width)
{
    for (size_t row = 0; row < company->in->terms; row++) {
        float *vector = vectors + row * width, squares = 0;
        bool tied = company->first_tie[row + 1] > company->first_tie[row];

        for (uint32_t k = 0; k < width; k++)
            squares += vector[k] * vector[k];
        for (uint32_t k = 0; k < width; k++)
            vector[k] = tied && squares > 0 ? vector[k] / sqrtf(squares) : 0;
    }
}

static bool iterate(const struct company *company, uint32_t width, struct bma_draw *draw,
                    struct bma_arena *arena, float *out)
{
    size_t rows = company->in->terms, count = rows * width;
    float *from = bma_arena_calloc(arena, count + 1, sizeof *from);
    double *length = bma_arena_calloc(arena, width + 1u, sizeof *length);

    if (!from || !length)
        return false;
    for (size_t i = 0; i < count; i++)
        out[i] = bma_draw_unit(draw) * 2 - 1;
    for (unsigned round = 0; round < ROUNDS; round++) {
        straighten(out, rows, width, length);
        memcpy(from, out, count * sizeof *from);
        multiply(company, width, from, out);
    }
    straighten(out, rows, width, length);
    weigh_columns(out, rows, width, length);
    even_rows(company, out, width);
    return true;
}

bool bma_company(const struct bma_clause_terms *in, uint32_t width, struct bma_draw *draw, float *out)
{
    struct company company;
    struct bma_arena arena;
    bool made;

    bma_arena_init(&arena);
    made = open_company(&company, in, &arena);
    if (made)
        index_terms(&company);
    for (uint32_t term = 0; made && term < in->terms; term++)
        made = tie_term(&company, term);
    made = made && iterate(&company, width, draw, &arena, out);
    bma_free(company.ties);
    bma_arena_release(&arena);
    return made;
}

/* Terms that keep the same company have like vectors, of length 1, the same each time. */
#include "learning/company.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* Two wards and two docks: nurses and midwives never stand in one clause, but both stand beside wards. */
enum { NURSE, MIDWIFE, WARD, PATIENT, WELDER, RIGGER, DOCK, CRANE, ALONE, TERMS, WIDTH = 4 };
static const uint32_t members[] = {NURSE, WARD,  PATIENT, MIDWIFE, WARD,  PATIENT, NURSE, WARD, WELDER,
                                   DOCK,  CRANE, RIGGER,  DOCK,    CRANE, RIGGER,  CRANE, ALONE};
static const uint32_t first[] = {0, 3, 6, 8, 11, 14, 16, 17};
static const struct bma_clause_terms clauses = {members, first, sizeof first / sizeof *first - 1, TERMS};

static void find(uint64_t seed, float *vectors)
{
    struct bma_draw draw = {seed};

    assert_true(bma_company(&clauses, WIDTH, &draw, vectors));
}

static double cosine(const float *vectors, int a, int b)
{
    double sum = 0;

    for (int k = 0; k < WIDTH; k++)
        sum += (double)vectors[a * WIDTH + k] * (double)vectors[b * WIDTH + k];
    return sum;
}

static void like_company_is_alike(void **state)
{
    float vectors[TERMS * WIDTH];

    (void)state;
    for (uint64_t seed = 1; seed < 6; seed++) {
        find(seed, vectors);
        assert_true(cosine(vectors, NURSE, MIDWIFE) > 0.3);
        assert_true(cosine(vectors, WELDER, RIGGER) > 0.3);
        assert_true(cosine(vectors, NURSE, WELDER) < 0);
        assert_true(cosine(vectors, MIDWIFE, DOCK) < 0);
    }
}

static void lengths(void **state)
{
    float vectors[TERMS * WIDTH];

    (void)state;
    find(7, vectors);
    for (int term = 0; term < TERMS; term++)
        assert_true(fabs(cosine(vectors, term, term) - (term == ALONE ? 0 : 1)) < 1e-4);
}

static void same_each_time(void **state)
{
    float one[TERMS * WIDTH], other[TERMS * WIDTH];

    (void)state;
    find(3, one);
    find(3, other);
    assert_memory_equal(one, other, sizeof one);
}

static void nothing_to_count(void **state)
{
    const uint32_t none[] = {0};
    const struct bma_clause_terms empty = {members, none, 0, 2};
    struct bma_draw draw = {1};
    float vectors[2 * WIDTH];

    (void)state;
    assert_true(bma_company(&empty, WIDTH, &draw, vectors));
    for (int i = 0; i < 2 * WIDTH; i++)
        assert_true(vectors[i] == 0.0f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(like_company_is_alike),
        cmocka_unit_test(lengths),
        cmocka_unit_test(same_each_time),
        cmocka_unit_test(nothing_to_count),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

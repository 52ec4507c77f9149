/* Likeness and clusters, against examples worked by hand. */
#include "compare/cluster.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

enum { CRITERIA = 4 };

static void assert_near(double is, double should)
{
    assert_true(fabs(is - should) < 1e-12);
}

static void likeness_by_hand(void **state)
{
    static const struct {
        struct bma_cell a[CRITERIA], b[CRITERIA];
        double likeness;
    } cases[] = {
        /* the same, one absent in both: (1 + 1 + 1) / 3 */
        {{{4, false, true, false}, {3, false, true, false}, {0}, {1, false, false, false}},
         {{4, false, true, false}, {3, false, true, false}, {0}, {1, false, false, false}},
         1},
        /* 4 against 0, 3 against 1, nothing else: (0 + 1/2) / 2 */
        {{{4, false, true, false}, {3, false, true, false}, {0}, {0}},
         {{0}, {1, false, false, false}, {0}, {0}},
         0.25},
        /* not applicable and undecided are left out: 2 against 3 alone */
        {{{-1, false, false, false}, {2, false, false, false}, {4, false, true, false}, {0}},
         {{4, false, true, false}, {3, false, true, false}, {-2, false, false, false}, {0}},
         0.75},
        /* a clause against on one side: 3 against 0 (1/4), and the clause (0), over two */
        {{{0, true, false, false}, {0}, {0}, {0}}, {{3, false, true, false}, {0}, {0}, {0}}, 0.125},
        /* a clause against on both sides of what both leave absent: 1 over one */
        {{{0, true, false, false}, {0}, {0}, {0}}, {{0, true, false, false}, {0}, {0}, {0}}, 1},
    };
    static const struct bma_cell absent[CRITERIA];

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_near(bma_likeness(cases[i].a, cases[i].b, CRITERIA), cases[i].likeness);
        assert_near(bma_likeness(cases[i].b, cases[i].a, CRITERIA), cases[i].likeness);
    }
    assert_true(isnan(bma_likeness(absent, absent, CRITERIA)));
}

/*
 * Five points.  0 and 1 join at 17 (3 and 4 at 28 later); then 2 joins... by hand:
 *      a  b  c  d  e
 *   b 17            a+b at 17
 *   c 21 30         then e: to a+b (23 + 21) / 2 = 22, joined
 *   d 31 34 28      c+d at 28
 *   e 23 21 39 43   and both at the mean of six distances: (21 + 30 + 39 + 31 + 34 + 43) / 6 = 33
 */
static void upgma_by_hand(void **state)
{
    double distances[] = {0,  17, 21,      31, 23, /**/ 17, 0,  30,      34, 21, /**/ 21, 30, 0,
                          28, 39, /**/ 31, 34, 28, 0,       43, /**/ 23, 21, 39, 43,      0};
    static const struct bma_merge wanted[] = {{0, 1, 17}, {5, 4, 22}, {2, 3, 28}, {6, 7, 33}};
    static const uint32_t order[] = {0, 1, 4, 2, 3};
    struct bma_merge merges[4];
    struct bma_error error;
    uint32_t leaves[5];

    (void)state;
    assert_int_equal(bma_cluster_distances(distances, 5, merges, leaves, &error), BMA_OK);
    for (int i = 0; i < 4; i++) {
        assert_int_equal(merges[i].left, wanted[i].left);
        assert_int_equal(merges[i].right, wanted[i].right);
        assert_near(merges[i].distance, wanted[i].distance);
    }
    assert_memory_equal(leaves, order, sizeof order);
}

/* Where all are as far apart the order is that of the agreements, and every one has its place. */
static void ties_keep_the_order(void **state)
{
    enum { COUNT = 7 };
    double distances[COUNT * COUNT];
    struct bma_merge merges[COUNT];
    struct bma_error error;
    uint32_t leaves[COUNT];

    (void)state;
    for (int i = 0; i < COUNT * COUNT; i++)
        distances[i] = i / COUNT == i % COUNT ? 0 : 0.5;
    assert_int_equal(bma_cluster_distances(distances, COUNT, merges, leaves, &error), BMA_OK);
    for (uint32_t i = 0; i < COUNT; i++)
        assert_int_equal(leaves[i], i);
}

static void one_or_none(void **state)
{
    double nothing = 0;
    struct bma_error error;
    uint32_t leaf = 9;

    (void)state;
    assert_int_equal(bma_cluster_distances(&nothing, 0, NULL, NULL, &error), BMA_OK);
    assert_int_equal(bma_cluster_distances(&nothing, 1, NULL, &leaf, &error), BMA_OK);
    assert_int_equal(leaf, 0);
}

/*
 * Six agreements on two criteria: 0 and 4 are alike, 2 lies near; 1 and 5 are silent on both, so that they
 * have nothing in which they could be compared with each other; nobody has decided anything of 3.
 */
static void what_cannot_be_compared_is_set_aside(void **state)
{
    enum { AGREEMENTS = 6, COLUMNS = 2 };
    struct bma_cell cells[AGREEMENTS * COLUMNS] = {
        {.level = 4},  {.level = 3},  /**/ {0},          {0},          /**/ {.level = 4}, {.level = 1},
        {.level = -2}, {.level = -2}, /**/ {.level = 4}, {.level = 3}, /**/ {0},          {0}};
    static const uint32_t order[AGREEMENTS] = {0, 4, 2, 1, 3, 5};
    struct bma_matrix matrix = {.agreement_count = AGREEMENTS, .criterion_count = COLUMNS, .cells = cells};
    struct bma_clusters clusters;
    struct bma_error error;

    (void)state;
    bma_arena_init(&matrix.arena);
    assert_int_equal(bma_cluster(&matrix, &clusters, &error), BMA_OK);
    assert_int_equal(clusters.joined, 3);
    assert_memory_equal(clusters.leaves, order, sizeof order);
    assert_int_equal(clusters.merges[0].left, 0);
    assert_int_equal(clusters.merges[0].right, 4);
    assert_near(clusters.merges[0].distance, 0);
    assert_int_equal(clusters.merges[1].left, AGREEMENTS); /* what the first merge made */
    assert_int_equal(clusters.merges[1].right, 2);
    assert_near(clusters.merges[1].distance, 0.25); /* of 4 and 4, and of 3 and 1 */
    cells[2].level = 1; /* now one of the silent ones can be compared with the other */
    assert_int_equal(bma_cluster(&matrix, &clusters, &error), BMA_OK);
    assert_int_equal(clusters.joined, 5);
    for (int i = 0; i < AGREEMENTS * COLUMNS; i++)
        cells[i].level = 0;
    assert_int_equal(bma_cluster(&matrix, &clusters, &error), BMA_OK);
    assert_int_equal(clusters.joined, 0);
    for (uint32_t i = 0; i < AGREEMENTS; i++)
        assert_int_equal(clusters.leaves[i], i);
    bma_arena_release(&matrix.arena);
}

static void too_many_are_refused(void **state)
{
    struct bma_matrix matrix = {.agreement_count = BMA_CLUSTER_MAX + 1};
    struct bma_clusters clusters;
    struct bma_error error;

    (void)state;
    assert_int_equal(bma_cluster(&matrix, &clusters, &error), BMA_ERROR_LIMIT);
    assert_non_null(strstr(error.message, "3001 agreements are too many to cluster"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(likeness_by_hand),
        cmocka_unit_test(upgma_by_hand),
        cmocka_unit_test(ties_keep_the_order),
        cmocka_unit_test(one_or_none),
        cmocka_unit_test(what_cannot_be_compared_is_set_aside),
        cmocka_unit_test(too_many_are_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "learning/ridge.h"

#include "base/memory.h"

#include <math.h>
#include <string.h>

enum { STEPS_MOST = 100, HALVINGS_MOST = 30 };
static const double TOLERANCE = 1e-9; /* of the loss, as a share */
/* So that features that no example has, or that all have, leave something to divide by. */
static const double LEAST_CURVATURE = 1e-9;

/* Weights and bias; the gradient and the Hessian of the loss by them. */
struct newton {
    const struct bma_ridge *ridge;
    size_t size; /* width + 1 */
    double *weights, *step, *tried, *gradient, *hessian;
};

double bma_ridge_output(const struct bma_ridge *ridge, size_t example, const double *weights)
{
    const double *row = ridge->rows + example * ridge->width;
    double sum = weights[ridge->width];

    for (size_t j = 0; j < ridge->width; j++)
        sum += weights[j] * row[j];
    return sum;
}

/* log(1 + exp(x)), for large x too. */
static double soft_plus(double x)
{
    return x > 0 ? x + log1p(exp(-x)) : log1p(exp(x));
}

static double loss_of(const struct bma_ridge *ridge, const double *weights)
{
    double loss = 0;

    for (size_t i = 0; i < ridge->count; i++) {
        double output = bma_ridge_output(ridge, i, weights);

        loss += soft_plus(ridge->targets[i] ? -output : output);
    }
    for (size_t j = 0; j < ridge->width; j++)
        loss += ridge->penalties[j] * weights[j] * weights[j] / 2;
    return loss;
}

static void add_example(struct newton *newton, size_t example)
{
    const struct bma_ridge *ridge = newton->ridge;
    const double *row = ridge->rows + example * ridge->width;
    double chance = 1 / (1 + exp(-bma_ridge_output(ridge, example, newton->weights)));
    double slope = chance - ridge->targets[example], curvature = chance * (1 - chance);

    for (size_t j = 0; j < newton->size; j++) {
        double value = j < ridge->width ? row[j] : 1;

        newton->gradient[j] += slope * value;
        for (size_t k = 0; value != 0 && k <= j; k++)
            newton->hessian[j * newton->size + k] += curvature * value * (k < ridge->width ? row[k] : 1);
    }
}

static void derive(struct newton *newton)
{
    const struct bma_ridge *ridge = newton->ridge;

    memset(newton->gradient, 0, newton->size * sizeof *newton->gradient);
    memset(newton->hessian, 0, newton->size * newton->size * sizeof *newton->hessian);
    for (size_t i = 0; i < ridge->count; i++)
        add_example(newton, i);
    for (size_t j = 0; j < newton->size; j++) {
        double penalty = j < ridge->width ? ridge->penalties[j] : 0;

        newton->gradient[j] += penalty * newton->weights[j];
        newton->hessian[j * newton->size + j] += penalty + LEAST_CURVATURE;
    }
}

/* The lower half of the Hessian becomes its Cholesky factor. */
static void factorise(double *matrix, size_t size)
{
    for (size_t j = 0; j < size; j++) {
        for (size_t i = j; i < size; i++) {
            double sum = matrix[i * size + j];

            for (size_t k = 0; k < j; k++)
                sum -= matrix[i * size + k] * matrix[j * size + k];
            matrix[i * size + j] = i == j ? sqrt(fmax(sum, LEAST_CURVATURE)) : sum / matrix[j * size + j];
        }
    }
}

/* Solves factor × factorᵀ × out = right. */
static void solve(const double *factor, size_t size, const double *right, double *out)
{
    for (size_t i = 0; i < size; i++) {
        out[i] = right[i];
        for (size_t k = 0; k < i; k++)
            out[i] -= factor[i * size + k] * out[k];
        out[i] /= factor[i * size + i];
    }
    for (size_t i = size; i-- > 0;) {
        for (size_t k = i + 1; k < size; k++)
            out[i] -= factor[k * size + i] * out[k];
        out[i] /= factor[i * size + i];
    }
}

/* One step; returns the loss after it, which is no more than `loss`. */
static double descend(struct newton *newton, double loss)
{
    double share = 1;

    derive(newton);
    factorise(newton->hessian, newton->size);
    solve(newton->hessian, newton->size, newton->gradient, newton->step);
    for (int halving = 0; halving < HALVINGS_MOST; halving++, share /= 2) {
        double after;

        for (size_t j = 0; j < newton->size; j++)
            newton->tried[j] = newton->weights[j] - share * newton->step[j];
        after = loss_of(newton->ridge, newton->tried);
        if (after <= loss) {
            memcpy(newton->weights, newton->tried, newton->size * sizeof *newton->weights);
            return after;
        }
    }
    return loss;
}

enum bma_status bma_ridge_fit(const struct bma_ridge *ridge, double *weights, struct bma_error *error)
{
    struct newton newton = {.ridge = ridge, .size = ridge->width + 1, .weights = weights};
    enum bma_status status = BMA_OK;

    newton.step = bma_calloc(newton.size, sizeof *newton.step);
    newton.tried = bma_calloc(newton.size, sizeof *newton.tried);
    newton.gradient = bma_calloc(newton.size, sizeof *newton.gradient);
    newton.hessian = bma_calloc(newton.size * newton.size, sizeof *newton.hessian);
    memset(weights, 0, newton.size * sizeof *weights);
    if (!newton.step || !newton.tried || !newton.gradient || !newton.hessian) {
        status = bma_error_memory(error);
    } else {
        double loss = loss_of(ridge, weights), before = INFINITY;

        for (int step = 0; step < STEPS_MOST && before - loss > TOLERANCE * loss; step++) {
            before = loss;
            loss = descend(&newton, loss);
        }
    }
    bma_free(newton.step);
    bma_free(newton.tried);
    bma_free(newton.gradient);
    bma_free(newton.hessian);
    return status;
}

"""True values at the points of expected.json, from series summed with 45 decimal digits more than the smaller tail has zeros, so that
both tails are right to the last double digit even where one of them is 1e-300. It settles every case in which two double-precision
programs differ.

Usage: python3 generate-exact.py > exact.json      (needs mpmath)
"""
import functools
import json
import math
import pathlib
import sys

import mpmath
from mpmath import mp, mpf

GUARD = 45


def set_precision(*tails):
    """Enough digits that 1 - tail keeps GUARD of them; a tail that underflowed in R is taken to be 1e-330."""
    smallest = min(max(float(tail), 1e-300) for tail in tails)
    mp.dps = GUARD + math.ceil(-math.log10(smallest)) + (30 if smallest == 1e-300 else 0)


@functools.cache
def loggamma_at(x, digits):
    return mp.loggamma(x)


def loggamma(x):
    return loggamma_at(x, mp.dps)


def series(ratio):
    """1 + r(1) + r(1) r(2) + ... with ratios that fall below 1."""
    total = term = mpf(1)
    n = 1
    epsilon = mpf(10) ** (5 - mp.dps)
    while term > total * epsilon:
        term *= ratio(n)
        total += term
        n += 1
    return total


def gamma_lower(a, x):
    """P(a, x), Abramowitz & Stegun 6.5.29."""
    return mp.exp(a * mp.log(x) - x - loggamma(a + 1)) * series(lambda n: x / (a + n))


def beta_lower(a, b, x, y):
    """I_x(a, b) = x^a y^b / (a B(a, b)) 2F1(1, a + b; a + 1; x), summed from the nearer end, where it converges fast."""
    if x > 0.5:
        return 1 - beta_lower(b, a, y, x)
    front = mp.exp(a * mp.log(x) + b * mp.log(y) + loggamma(a + b) - loggamma(a + 1) - loggamma(b))
    return front * series(lambda n: (a + b + n - 1) * x / (a + n))


def gamma_case(shape, rate):
    def lower(x):
        return gamma_lower(shape, rate * x) if x > 0 else mpf(0)

    def density(x):
        return mp.exp(shape * mp.log(rate) + (shape - 1) * mp.log(x) - rate * x - loggamma(shape))

    return lower, density


def beta_case(a, b):
    def density(x):
        return mp.exp((a - 1) * mp.log(x) + (b - 1) * mp.log(1 - x) + loggamma(a + b) - loggamma(a) - loggamma(b))

    return (lambda x: beta_lower(a, b, x, 1 - x) if x < 1 else mpf(1)), density


def f_case(m, n):
    a, b = m / 2, n / 2

    def lower(f):
        return beta_lower(a, b, m * f / (m * f + n), n / (m * f + n)) if f > 0 else mpf(0)

    def density(f):
        x, y = m * f / (m * f + n), n / (m * f + n)
        return mp.exp(a * mp.log(x) + b * mp.log(y) + loggamma(a + b) - loggamma(a) - loggamma(b)) / f

    return lower, density


def t_case(df):
    def lower(t):
        if t == 0:
            return mpf(1) / 2
        total = df + t * t
        outer = beta_lower(df / 2, mpf(1) / 2, df / total, t * t / total) / 2
        return outer if t < 0 else 1 - outer

    def density(t):
        front = loggamma((df + 1) / 2) - loggamma(df / 2) - mp.log(mp.pi * df) / 2
        return mp.exp(front - (df + 1) / 2 * mp.log1p(t * t / df))

    return lower, density


def binomial_case(trials, p):
    def density(k):
        front = loggamma(trials + 1) - loggamma(k + 1) - loggamma(trials - k + 1)
        return mp.exp(front + k * mp.log(p) + (trials - k) * mp.log(1 - p))

    def lower(k):
        return mpf(1) if k >= trials else 1 - beta_lower(k + 1, trials - k, p, 1 - p)

    return lower, density


def build(case):
    given = {name: mpf(value) for name, value in case["parameters"].items()}
    name = case["distribution"]
    if name == "studentT":
        return t_case(given["degreesOfFreedom"])
    if name == "chiSquared":
        return gamma_case(given["degreesOfFreedom"] / 2, mpf(1) / 2)
    if name == "gamma":
        return gamma_case(given["shape"], given["rate"])
    if name == "beta":
        return beta_case(given["a"], given["b"])
    if name == "f":
        return f_case(given["numerator"], given["denominator"])
    return binomial_case(given["trials"], given["probability"])


def quantile(lower, density, start, p, is_upper):
    """Newton's method for log tail against log |x|, from R's value; None when R gives no usable start."""
    set_precision(p)
    x = mpf(float(start))
    if not mp.isfinite(x) or x == 0:
        return None
    for _ in range(60):
        if x == 0 or not mp.isfinite(x):
            return None
        tail = lower(x)
        tail = 1 - tail if is_upper else tail
        if tail <= 0 or tail >= 1:
            return None
        slope = (-1 if is_upper else 1) * x * density(x) / tail
        step = -mp.log(tail / p) / slope
        x *= mp.exp(max(min(step, mpf(2)), mpf(-2)))
        if abs(step) < mpf(10) ** -10:
            return x
    return None


def number(value):
    return None if value is None or not mp.isfinite(value) else float(value)


def exact(case):
    lower, density = build(case)
    result = {"density": [], "cdf": [], "upperTail": []}
    for x, given, below, above in zip(case["x"], case["density"], case["cdf"], case["upperTail"]):
        set_precision(below, above)
        x = mpf(float(x))
        tail = lower(x)
        result["density"].append(number(density(x)) if given not in ("Infinity", 0) and x != 0 else None)
        result["cdf"].append(number(tail))
        result["upperTail"].append(number(1 - tail))
    if case["distribution"] == "binomial":
        return result
    for key, is_upper in (("quantile", False), ("upperQuantile", True)):
        pairs = zip(case[key], case["probability"])
        result[key] = [number(quantile(lower, density, start, mpf(p), is_upper)) for start, p in pairs]
    return result


def main():
    mp.dps = GUARD
    given = json.loads((pathlib.Path(__file__).parent / "expected.json").read_text())
    print('{"software":"Python %s, mpmath %s",' % (sys.version.split()[0], mpmath.__version__))
    print('"logGamma":%s,' % json.dumps([float(mp.loggamma(mpf(x))) for x in given["logGamma"]["x"]]))
    print('"cases":[')
    for index, case in enumerate(given["cases"]):
        print(("," if index else "") + json.dumps(exact(case)), flush=True)
    print("]}")


main()

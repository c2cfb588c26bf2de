"""Exponentials, logarithms and powers with 40 digits from Python's decimal module (arbitrary precision, independent of any libm).

Arguments are exact doubles written in hexadecimal; results are written with 30 digits. Run: python3 generate.py > expected.json
"""
import json
import random
import sys
from decimal import Decimal, getcontext

getcontext().prec = 50
getcontext().Emax, getcontext().Emin = 10**6, -(10**6)
random.seed(20260101)


def text(value):
    return f"{value:.30e}" if value != 0 else "0"


def exp_case(x):
    return [x.hex(), text(Decimal(x).exp())]


def log_case(x):
    return [x.hex(), text(Decimal(x).ln())]


def pow_case(x, y):
    return [x.hex(), y.hex(), text((Decimal(y) * Decimal(x).ln()).exp())]


exp_arguments = [0.0, 1.0, -1.0, 1e-300, 1e-17, -1e-9, 0.34657359027997264, 0.3465735902799727, 709.782712893384, -708.3964185322641]
exp_arguments += [random.uniform(-1, 1) for _ in range(150)] + [random.uniform(-700, 700) for _ in range(150)]
exp_arguments += [random.choice([-1, 1]) * 10 ** random.uniform(-12, 1) for _ in range(100)]
log_arguments = [1.0, 2.0, 0.5, 1 + 2**-52, 1 - 2**-53, 0.7071067811865475, 0.7071067811865476, 1.414213562373095, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308]
log_arguments += [random.uniform(0.5, 2) for _ in range(150)] + [10 ** random.uniform(-300, 300) for _ in range(150)] + [1 + random.uniform(-1e-3, 1e-3) for _ in range(100)]
pow_arguments = [(2.0, 0.5), (10.0, -3.0), (1.0000001, 1e9), (0.999, -7.0e5), (3.0, 600.0)]
pow_arguments += [(random.uniform(0.01, 100), random.uniform(-5, 5)) for _ in range(200)]
pow_arguments += [(10 ** random.uniform(-100, 100), random.uniform(-3, 3)) for _ in range(150)]
pow_arguments += [(1 + random.uniform(-0.01, 0.01), random.uniform(-3e4, 3e4)) for _ in range(100)]

print(json.dumps({
    "software": f"Python {sys.version.split()[0]} decimal, 50 digits",
    "exp": [exp_case(x) for x in exp_arguments],
    "log": [log_case(x) for x in log_arguments],
    "pow": [pow_case(x, y) for x, y in pow_arguments],
}, indent=0))

"""Amounts in a one-compartment model with a depot for lists of event records, from closed forms with 50 digits.

The truth is built without any event engine: for each scenario the doses that NONMEM's rules expand it to are written out by hand
(entry time, route, amount that becomes available, duration, and the time at which a reset cuts it off), and their closed forms are
added up. Steady states are sums over 4,000 past doses. Run: python3 generate.py > expected.json
"""

import json
from decimal import Decimal as D
from decimal import getcontext

getcontext().prec = 50
KA, CL, V = D("0.9"), D("6"), D("40")
K = CL / V
PAST = 4000
GRID = ["0.5", "1", "2", "3.5", "6", "8", "11", "12", "16", "23", "24", "30", "36", "47", "60"]


def decay(rate, t):
    return (-rate * t).exp()


def infused(rate, t, duration):
    """Integral of exp(-rate (t - s)) ds over s from 0 to min(t, duration)."""
    run = min(t, duration)
    return (decay(rate, t - run) - decay(rate, t)) / rate


def amount(t, dose):
    """Central amount at t from one dose that enters a system with nothing in it."""
    since = t - dose["entry"]
    if since < 0 or not dose["shown"] <= t < dose["cut"]:
        return D(0)
    size, duration, is_central = dose["size"], dose["duration"], dose["route"] == "central"
    if duration == 0:
        if is_central:
            return size * decay(K, since)
        return size * KA / (KA - K) * (decay(K, since) - decay(KA, since))
    rate = size / duration
    if is_central:
        return rate * infused(K, since, duration)
    return rate * KA / (KA - K) * (infused(K, since, duration) - infused(KA, since, duration))


def central(t, doses):
    return sum((amount(D(t), dose) for dose in doses), D(0))


def dose(entry, size, route="central", duration=0, cut="Infinity", shown="-Infinity"):
    """One dose; its effect counts from `shown` (a steady state that begins there) until `cut` (a reset)."""
    return {"entry": D(entry), "size": D(size), "route": route, "duration": D(duration), "cut": D(cut), "shown": D(shown)}


def history(next_entry, interval, size, **more):
    """A train without beginning, whose last entry is the one before `next_entry`."""
    return [dose(D(next_entry) - (k + 1) * D(interval), size, **more) for k in range(PAST)]


def record(time, **fields):
    return {"time": float(time), "evid": 1, "cmt": "central", **fields}


scenarios = []


def scenario(name, records, doses, times=GRID):
    """Adds observations at `times` to the records, after the records of the same time."""
    merged = sorted(records + [{"time": float(t), "evid": 0} for t in times], key=lambda r: r["time"])
    expected = [float(central(r["time"], doses)) for r in merged if r["evid"] == 0]
    scenarios.append({"name": name, "records": merged, "expected": expected})


A = 100
scenario("a bolus", [record(0, amt=A)], [dose(0, A)])
scenario("an oral dose", [record(0, amt=A, cmt="depot")], [dose(0, A, "depot")])
scenario("an infusion that ends on a sampling time", [record(0, amt=A, rate=50)], [dose(0, A, duration=2)])
scenario("an infusion into the depot", [record(1, amt=A, rate=25, cmt="depot")], [dose(1, A, "depot", 4)])
scenario(
    "overlapping infusions",
    [record(0, amt=60, rate=5), record(6, amt=90, rate=15)],
    [dose(0, 60, duration=12), dose(6, 90, duration=6)],
)
scenario("two routes at once", [record(0, amt=40), record(0, amt=60, cmt="depot")], [dose(0, 40), dose(0, 60, "depot")])
scenario("additional doses", [record(0, amt=A, ii=12, addl=3)], [dose(12 * j, A) for j in range(4)])
scenario(
    "additional infusions longer than their interval overlap",
    [record(0, amt=72, rate=4, ii=12, addl=2)],
    [dose(12 * j, 72, duration=18) for j in range(3)],
)
scenario("a lagged bolus", [record(0, amt=A, lag=2.5)], [dose("2.5", A)])
scenario(
    "lagged additional infusions",
    [record(0, amt=A, rate=20, ii=12, addl=2, lag=7.5)],
    [dose(D("7.5") + 12 * j, A, duration=5) for j in range(3)],
)
scenario("bioavailability of a bolus", [record(0, amt=A, F=0.4)], [dose(0, 40)])
scenario("RATE > 0 fixes the rate: bioavailability shortens the infusion", [record(0, amt=A, rate=10, F=0.4)], [dose(0, 40, duration=4)])
scenario("RATE -2 fixes the duration: bioavailability lowers the rate", [record(0, amt=A, rate=-2, dur=8, F=0.4)], [dose(0, 40, duration=8)])
scenario("RATE -1 takes the rate from the model", [record(0, amt=A, rate=-1, modelRate=12.5, F=0.5)], [dose(0, 50, duration=4)])
scenario(
    "EVID 3 empties the body and stops what runs and what is pending",
    [record(0, amt=A, rate=5, ii=16, addl=3), record(18, evid=3)],
    [dose(0, A, duration=20, cut=18), dose(16, A, duration=20, cut=18)],
)
scenario(
    "EVID 3 cancels a dose that is still in its lag",
    [record(0, amt=A, lag=10), record(8, evid=3, lag=10)],
    [],
)
scenario(
    "EVID 4 empties the body and doses",
    [record(0, amt=A, ii=8, addl=5), record(20, evid=4, amt=30, rate=10)],
    [dose(8 * j, A, cut=20) for j in range(3)] + [dose(20, 30, duration=3)],
)
scenario(
    "steady state of boluses",
    [record(0, amt=A, ii=12, ss=1, addl=2)],
    history(0, 12, A) + [dose(12 * j, A) for j in range(3)],
)
scenario(
    "steady state of oral doses",
    [record(0, amt=A, ii=24, ss=1, cmt="depot")],
    history(0, 24, A, route="depot") + [dose(0, A, "depot")],
)
scenario(
    "steady state of infusions shorter than their interval",
    [record(0, amt=A, rate=25, ii=12, ss=1, addl=1)],
    history(0, 12, A, duration=4) + [dose(12 * j, A, duration=4) for j in range(2)],
)
scenario(
    "steady state of infusions as long as their interval",
    [record(0, amt=A, rate=12.5, ii=8, ss=1)],
    history(0, 8, A, duration=8) + [dose(0, A, duration=8)],
)
scenario(
    "steady state of infusions longer than their interval: those of the past run on",
    [record(0, amt=A, rate=5, ii=8, ss=1, addl=1)],
    history(0, 8, A, duration=20) + [dose(8 * j, A, duration=20) for j in range(2)],
)
scenario(
    "steady state with a lag shorter than the interval",
    [record(0, amt=A, ii=12, ss=1, addl=1, lag=5)],
    history(5, 12, A) + [dose(5 + 12 * j, A) for j in range(2)],
)
scenario(
    "steady state with a lag longer than the interval: doses on their way arrive",
    [record(0, amt=A, rate=40, ii=8, ss=1, addl=1, lag=19)],
    history(19, 8, A, duration="2.5") + [dose(19 + 8 * j, A, duration="2.5") for j in range(2)],
)
scenario(
    "steady state with a lag of exactly the interval: a dose arrives at the record",
    [record(0, amt=A, ii=12, ss=1, lag=12)],
    history(12, 12, A) + [dose(12, A)],
)
scenario(
    "steady state of lagged infusions that end exactly when a period does",
    [record(0, amt=41.2, rate=10, ii=24, ss=1, addl=1, lag=43.88)],  # 4.12 h, which doubles miss by a rounding
    history("43.88", 24, "41.2", duration="4.12") + [dose(D("43.88") + 24 * j, "41.2", duration="4.12") for j in range(2)],
)
scenario(
    "SS 1 replaces the amounts and cancels what is pending and running",
    [record(0, amt=500, rate=20, ii=10, addl=4), record(11, amt=A, ii=12, ss=1)],
    [dose(10 * j, 500, duration=25, cut=11) for j in range(2)] + history(11, 12, A, shown=11) + [dose(11, A)],
    times=["0.5", "6", "10.5", "11", "12", "24", "47"],
)
scenario(
    "SS 2 is added to what is there, to what runs and to what is pending",
    [record(0, amt=A, rate=5, ii=24, ss=1, addl=2), record(12, amt=50, rate=25, ii=24, ss=2, addl=1)],
    history(0, 24, A, duration=20)
    + [dose(24 * j, A, duration=20) for j in range(3)]
    + history(12, 24, 50, duration=2, shown=12)
    + [dose(12 + 24 * j, 50, duration=2) for j in range(2)],
)
scenario(
    "EVID 4 with SS 1 is SS 1",
    [record(0, amt=500), record(12, evid=4, amt=A, ii=12, ss=1)],
    [dose(0, 500, cut=12)] + history(12, 12, A, shown=12) + [dose(12, A)],
)
scenario(
    "a sample listed before the dose of its time does not contain it",
    [{"time": 6.0, "evid": 0}, record(6, amt=A)],
    [dose(6, A, shown="6.0001")],
    times=["5", "7"],
)
rate = D(8)
scenario(
    "steady state of a constant infusion that stops at the record",
    [record(0, amt=0, rate=8, ss=1)],
    [dose(0, rate / K)],
)
print(json.dumps({"parameters": {"KA": float(KA), "CL": float(CL), "V": float(V)}, "scenarios": scenarios}, indent=1))

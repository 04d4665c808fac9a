"""What a param may be, found by asking the check that Spark itself makes of a value."""

import re

INT_MIN, INT_MAX = -(2**31), 2**31 - 1
EDGES = [-1.0, 0.0, 0.5, 1.0, 2.0]
STEP = 1e-9
FAR = 1e300


def bounds_of(java_param, known):
    kind = known["type"]
    if kind == "int":
        found = int_bounds(java_param, known.get("default"))
    elif kind == "double":
        found = double_bounds(java_param)
    elif kind == "string" and not known["name"].endswith("Col"):
        return values_of(java_param)
    else:
        return {}
    default = known.get("default")
    # An interval is not the whole truth (0, or from 1 on) where the default lies outside.
    return found if not isinstance(default, (int, float)) or inside(found, default) else {}


def is_valid(java_param, value):
    try:
        return java_param.isValid().apply(value)
    except Exception:
        return False


def int_bounds(java_param, default):
    tries = [default if isinstance(default, int) else 1, 1, 2, 0, 10, 100]
    good = next((value for value in tries if is_valid(java_param, value)), None)
    if good is None:
        return {}
    found = {}
    if not is_valid(java_param, INT_MIN):
        found["min"] = last(lambda value: is_valid(java_param, value), good, INT_MIN)
    if not is_valid(java_param, INT_MAX):
        found["max"] = last(lambda value: is_valid(java_param, value), good, INT_MAX)
    if found.get("min", INT_MIN) < 0 and not is_valid(java_param, 0):
        found["except"] = [0]
    return found


def last(holds, good, bad):
    """The last number from `good` on towards `bad` for which it holds."""
    while abs(good - bad) > 1:
        middle = (good + bad) // 2
        good, bad = (middle, bad) if holds(middle) else (good, middle)
    return good


def double_bounds(java_param):
    found = {}
    if not is_valid(java_param, -FAR):
        for edge in EDGES:
            if is_valid(java_param, edge + STEP) and not is_valid(java_param, edge - STEP):
                found["min"] = edge
                if not is_valid(java_param, edge):
                    found["exclusiveMin"] = True
                break
    if not is_valid(java_param, FAR):
        for edge in reversed(EDGES):
            if is_valid(java_param, edge - STEP) and not is_valid(java_param, edge + STEP):
                found["max"] = edge
                if not is_valid(java_param, edge):
                    found["exclusiveMax"] = True
                break
    return found


def inside(found, value):
    above = "min" not in found or value > found["min"] or (value == found["min"] and not found.get("exclusiveMin"))
    below = "max" not in found or value < found["max"] or (value == found["max"] and not found.get("exclusiveMax"))
    return above and below


def values_of(java_param):
    """The words of its description that the check takes, where it takes no others."""
    if is_valid(java_param, "no such value") or is_valid(java_param, "1"):
        return {}
    words = re.findall(r"[A-Za-z][\w-]*", java_param.doc())
    values = {}
    for word in words:
        if is_valid(java_param, word):
            values.setdefault(word.lower(), word)
    return {"values": sorted(values.values())} if len(values) > 1 else {}

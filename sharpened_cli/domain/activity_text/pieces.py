"""What each piece of a sentence about training is made of, from the match of its pattern."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sharpened_cli.domain.activity_text.amounts import distance_m, duration_sec, middle, minutes_of_day, numbers_in
from sharpened_cli.domain.activity_text.factors import parts_of, sets_of
from sharpened_cli.domain.activity_text.lexeme import WORD, Lexeme, Part
from sharpened_cli.domain.units import METRES_PER_MILE, METRES_PER_YARD

if TYPE_CHECKING:
    from collections.abc import Callable


def numbers(kind: str, unit: str = "") -> Callable[[re.Match[str]], Lexeme]:
    """Return what makes a piece of a kind with all figures of a match."""
    return lambda match: Lexeme(kind, match[0], numbers_in(match[0]), unit)


def figure(kind: str, unit: str = "") -> Callable[[re.Match[str]], Lexeme]:
    """Return what makes a piece of a kind with the figure ``n`` of a match, the middle of a range."""
    return lambda match: Lexeme(kind, match[0], (middle(match["n"]),), unit)


def load(match: re.Match[str]) -> Lexeme:
    """Return a load, or a list of loads."""
    return Lexeme("load", match[0], numbers_in(match["n"]), "lb" if match["u"] == "lb" else "kg")


def added(match: re.Match[str]) -> Lexeme:
    """Return a load on top of the own weight, or taken off it."""
    sign = -1.0 if match["sign"].strip() == "-" else 1.0
    return Lexeme("added_load", match[0], (sign * numbers_in(match["n"])[0],), match["u"] or "")


def pace(match: re.Match[str]) -> Lexeme:
    """Return a pace: seconds, and the metres they are for (0 where it is not said)."""
    per = {
        "km": 1000.0,
        "k": 1000.0,
        "mi": METRES_PER_MILE,
        "500m": 500.0,
        "100m": 100.0,
        "100yd": 100.0 * METRES_PER_YARD,
    }
    unit = (match["per"] or "").replace(" ", "").replace("metres", "m")
    return Lexeme("pace", match[0], (duration_sec(match["t"]), per.get(unit, 0.0)))


def speed(match: re.Match[str]) -> Lexeme:
    """Return a speed in metres a second."""
    factor = {"m": METRES_PER_MILE / 3600, "k": 1000.0 / 3600}.get(match["u"][0], 1000.0 / 3600)
    factor = 1.0 if match["u"] in ("m/s", "mps") else factor
    return Lexeme("speed", match[0], (middle(match["n"]) * factor,))


def clock(match: re.Match[str]) -> Lexeme:
    """Return one or two times of day in minutes."""
    times = [match[name] for name in ("a", "b") if name in match.re.groupindex and match[name]]
    minutes = [minutes_of_day(time) for time in times]
    if len(minutes) == 2 and minutes[1] < minutes[0] and not re.search(r"[ap]m", times[0]):
        minutes[0] -= 720 if minutes[0] >= 720 else 0
        minutes[1] += 720 if minutes[1] < minutes[0] else 0
    elif len(minutes) == 2 and "pm" in times[1] and not re.search(r"[ap]m", times[0]) and minutes[0] < 720:
        minutes[0] += 720 if minutes[0] + 720 < minutes[1] else 0
    return Lexeme("clock", match[0], tuple(float(value) for value in minutes))


def duration(match: re.Match[str]) -> Lexeme:
    """Return a time in seconds."""
    return Lexeme("duration", match[0], (duration_sec(match[0]),), "colon" if ":" in match[0] else "")


def distance(match: re.Match[str]) -> Lexeme:
    """Return a distance in metres."""
    return Lexeme("distance", match[0], (distance_m(match[0]),))


def rest(match: re.Match[str]) -> Lexeme:
    """Return a rest in seconds."""
    return Lexeme("rest", match[0], (duration_sec(match["t"]),))


def on_off(match: re.Match[str]) -> Lexeme:
    """Return seconds of work and of rest, and how often where it is said."""
    count = (float(match["c"]),) if match["c"] else ()
    return Lexeme("on_off", match[0], (duration_sec(match["a"]), duration_sec(match["b"]), *count))


def seconds_on_off(match: re.Match[str]) -> Lexeme:
    """Return the seconds of work and of rest of "40/20s"."""
    return Lexeme("on_off", match[0], (float(match["a"]), float(match["b"])))


def elevation(match: re.Match[str]) -> Lexeme:
    """Return a climb in metres."""
    factor = 0.3048 if "ft" in match[0] else 1.0
    return Lexeme("elevation", match[0], (numbers_in(match[0])[0] * factor,))


def steps(match: re.Match[str]) -> Lexeme:
    """Return a number of steps."""
    return Lexeme("steps", match[0], (numbers_in(match["n"])[0] * (1000.0 if match["k"] else 1.0),))


def laps(match: re.Match[str]) -> Lexeme:
    """Return lengths or laps, and the metres of one where it is said."""
    numbers = numbers_in(match[0])
    each = (numbers[1] * (METRES_PER_YARD if "yd" in match[0] else 1.0),) if len(numbers) > 1 else ()
    return Lexeme("laps", match[0], (numbers[0], *each))


def pool(match: re.Match[str]) -> Lexeme:
    """Return the length of a pool in metres."""
    length = numbers_in(match["n"] or match["o"])[0]
    return Lexeme("pool", match[0], (length * (METRES_PER_YARD if "yd" in (match["u"], match["v"]) else 1.0),))


def factors(match: re.Match[str]) -> Lexeme:
    """Return a product such as 3x8."""
    return Lexeme("factors", match[0], parts=parts_of(match[0]))


def singles(match: re.Match[str]) -> Lexeme:
    """Return a number of sets of one, two or three."""
    reps = {"singles": 1.0, "doubles": 2.0, "triples": 3.0}[match["u"]]
    return Lexeme("factors", match[0], unit="sets_of", parts=(Part(float(match["n"])), Part(reps)))


def each_reps(match: re.Match[str]) -> Lexeme:
    """Return how many repetitions each of the loads that follow was lifted."""
    return Lexeme("each_reps", match[0], (float(1 + ("singles", "doubles", "triples").index(match[0])),))


def portions(match: re.Match[str]) -> Lexeme:
    """Return how many repetitions a set of a larger number had, and how many sets where it is said."""
    count = (float(match["k"]),) if match["k"] else ()
    return Lexeme("portions", match[0], (float(match["n"]), *count))


def reps_and_sets(match: re.Match[str]) -> Lexeme:
    """Return what follows a load: "bw+10 x5x3" is three sets of five."""
    return Lexeme("factors", match[0], unit="sets_of", parts=(Part(float(match["b"])), Part(float(match["a"]))))


def sets_said(match: re.Match[str]) -> Lexeme:
    """Return a number of sets and what each is."""
    return Lexeme("factors", match[0], unit="sets_of", parts=sets_of(match))


def at(match: re.Match[str]) -> Lexeme:
    """Return a figure after "at": a load, or how hard it was."""
    return Lexeme("at", match[0], numbers_in(match["n"]), match["u"] or "")


def five_a_side(_: re.Match[str]) -> Lexeme:
    """Return the game."""
    return Lexeme(WORD, "five a side")


def plain(kind: str, unit: str = "") -> Callable[[re.Match[str]], Lexeme]:
    """Return what makes a piece of a kind without figures."""
    return lambda match: Lexeme(kind, match[0], unit=unit)

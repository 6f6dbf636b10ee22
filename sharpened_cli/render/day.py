"""The screen of `today`: one calm page in the order of the day, readable half asleep."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sharpened_cli.domain.show import show_distance, show_duration, show_weight, show_weight_change
from sharpened_cli.render import adjustment, theme

if TYPE_CHECKING:
    from collections.abc import Mapping

MACROS = (("protein_g", "protein"), ("carbs_g", "carbs"), ("fat_g", "fat"), ("fiber_g", "fibre"))
PRIORITIES = ("urgent", "high", "normal", "low")
FIND_A_LOAD = "find a load"  # how the note of an exercise begins that was never done with a known load
NARROW = 60
LONG_SEC = 120  # from here on whole minutes are said as minutes


def screen(day: Mapping[str, Any], units: str, columns: int) -> str:
    """Return the whole screen of a day."""
    parts = [
        [theme.strong(_title(day))],
        notices(day, columns),
        food(day, columns),
        _plan(day, units, columns),
        *(adjustment.block(override, columns) for override in day["overrides"]),
        _activities(day, columns),
        _footer(day, units, columns),
    ]
    return "\n\n".join("\n".join(part) for part in parts if part)


def _title(day: Mapping[str, Any]) -> str:
    week = f", week {day['week']} of {day['program_weeks']}" if day["week"] else ""
    return f"{theme.full_date(day['date'])}{week}"


def notices(day: Mapping[str, Any], columns: int) -> list[str]:
    """Return what must be known before the plan: safety, a program that has not begun or has ended."""
    lines = []
    if "training" in day["blocked_for"]:
        lines.append(f"Training is on hold. {' '.join(day['blocked_because'])}")
    if "numeric_targets" in day["blocked_for"]:
        lines.append("Numbers for food and weight are left out for your safety.")
    if day["program_starts_on"]:
        lines.append(f"Your program starts on {theme.full_date(day['program_starts_on'])}.")
    elif day["program_id"] is None:
        lines.append("No program yet; the targets come from your profile. `sharpened program new` makes one.")
    elif day["program_ended"]:
        lines.append("Your program has ended; its targets stay. `sharpened program new` makes the next one.")
    return [line for text in lines for line in theme.wrapped(text, columns)]


def food(day: Mapping[str, Any], columns: int) -> list[str]:
    """Return what was eaten beside what the day aims at."""
    targets, eaten, left = (_plain(day[name]) for name in ("targets", "eaten", "remaining"))
    if targets["calories_kcal"] is None:
        return [] if "numeric_targets" in day["blocked_for"] else ["No targets yet: `sharpened onboard` sets them."]
    over = left["kcal"] < 0
    rest = f"{theme.whole(abs(left['kcal']))} {'over' if over else 'left'}"
    head = f"Eaten {theme.whole(eaten['kcal'])} of {theme.whole(targets['calories_kcal'])} kcal, {rest}"
    macros = [
        f"{word} {theme.whole(eaten[name])} of {theme.whole(targets[name])} g".replace(" ", theme.GLUE)
        for name, word in MACROS
        if targets[name] is not None
    ]
    return [*theme.wrapped(head, columns), *theme.wrapped(", ".join(macros), columns)]


def _plan(day: Mapping[str, Any], units: str, columns: int) -> list[str]:
    things = [*day["sessions"], *day["meals"]]
    if not things:
        return ["Nothing is planned."] if day["week"] else []
    lines: list[str] = []
    for thing in sorted(things, key=lambda thing: (thing.get("start_time") or thing["time"], thing["number"])):
        lines += _session(thing, units, columns) if "exercises" in thing else _meal(thing, columns)
    if day["week"] and not day["sessions"] and "training" not in day["blocked_for"]:
        lines += ["", "No training."]
    return lines


def _head(thing: Mapping[str, Any], name: str, right: str, columns: int) -> list[str]:
    status = "" if thing["status"] == "planned" else thing["status"]
    number = f"{thing['number']:>2}  {thing.get('start_time') or thing['time']}  "
    tail = ", ".join(part.replace(" ", theme.GLUE) for part in (right, status) if part)
    if len(number) + len(name) + len(tail) + 2 <= columns:
        return [theme.between(f"{number}{name}", tail, columns)]
    return theme.wrapped(f"{name}, {tail}" if tail else name, columns, number)


def _meal(meal: Mapping[str, Any], columns: int) -> list[str]:
    kcal = _plain(meal["totals"])["kcal"]
    lines = _head(meal, meal["name"], "" if kcal is None else f"{theme.whole(kcal)} kcal", columns)
    if meal["status"] != "planned":
        return lines
    foods = "; ".join(f"{item['food_name']}{theme.GLUE}{_amount(item)}" for item in meal["items"])
    return lines + [theme.faint(line) for line in theme.wrapped(foods, columns, _indent(columns))]


def _amount(item: Mapping[str, Any]) -> str:
    grams = f"{item['grams']:.0f} g"
    amount = grams if item["serving"] in ("", grams) else f"{item['serving']} ({grams})"
    return amount.replace(" ", theme.GLUE)


def _session(session: Mapping[str, Any], units: str, columns: int) -> list[str]:
    extra = [f"{session['duration_minutes']} min", session["location"]]
    extra += [word for key, word in (("is_deload", "deload"), ("is_optional", "optional")) if session[key]]
    if session["moved_from"]:
        extra.append(f"moved from {theme.short_date(session['moved_from'])}")
    lines = _head(session, session["name"], ", ".join(extra), columns)
    if session["status"] != "planned":
        return lines
    longest = max((len(item["name"]) for item in session["exercises"]), default=0)
    for item in session["exercises"]:
        order, work = f"{item['order']:>2} ", prescription(item, units)
        if columns < NARROW:
            found = theme.wrapped(f"{item['name']}: {work}", columns, f" {order} ", " " * 6)
        else:
            found = theme.wrapped(
                f"{item['name']:<{longest}}".replace(" ", theme.GLUE) + f"  {work}", columns, f"       {order} "
            )
        lines += [theme.faint(line) for line in found] if item["is_warmup"] else found
    return lines + [theme.faint(line) for line in theme.wrapped(session["notes"], columns, _indent(columns))]


def _indent(columns: int) -> str:
    return " " * (4 if columns < NARROW else 11)


def prescription(item: Mapping[str, Any], units: str) -> str:
    """Return the work of one exercise: ``4 x 6-8, 100 kg, 2 in reserve``."""
    amount = _amount_of(item, units)
    if not amount:
        parts = [f"{item['sets']} sets"]
    elif item["sets"] == 1 and not item["rep_low"]:
        parts = [amount]
    else:
        parts = [f"{item['sets']} x {amount}"]
    if item["load_kg"]:
        parts.append(show_weight(item["load_kg"], units))
    elif item["note"].startswith(FIND_A_LOAD):
        parts.append(FIND_A_LOAD)
    if item["is_warmup"]:
        parts.append("warm-up")
    elif item["rir"] is not None:
        parts.append(f"{item['rir']} in reserve")
    return ", ".join(parts)


def _amount_of(item: Mapping[str, Any], units: str) -> str:
    low, high, seconds = item["rep_low"], item["rep_high"], item["seconds"]
    if low:
        return f"{low}-{high}" if high and high != low else f"{low}"
    if seconds:
        is_long = seconds >= LONG_SEC and seconds % 60 == 0
        return f"{seconds // 60} min" if is_long else show_duration(seconds)
    return show_distance(item["metres"], units) if item["metres"] else ""


def _activities(day: Mapping[str, Any], columns: int) -> list[str]:
    extra = [one for one in map(_plain, day["activities"]) if one["planned_session_instance_id"] is None]
    return [
        line
        for one in extra
        for line in theme.wrapped(f"Also done: {one['activity_name']}, {one['duration_minutes']:.0f} min", columns)
    ]


def _footer(day: Mapping[str, Any], units: str, columns: int) -> list[str]:
    lines = []
    weight = day["weight"]
    if weight["latest_kg"] is not None:
        rate = weight["rate_kg_per_week"]
        text = f"Weight {show_weight(weight['latest_kg'], units)}, trend {show_weight(weight['trend_kg'], units)}"
        lines.append(text + (f", {show_weight_change(rate, units)} a week" if rate is not None else ""))
    if day["reassessment_due"]:
        lines.append("Your fortnight is over: `sharpened reassess` looks at it and steers.")
    if unread := [_plain(one) for one in day["notifications"]]:
        first = min(unread, key=lambda one: PRIORITIES.index(one["priority"]))
        lines.append(f"Inbox, {len(unread)} unread: {first['title']}. `sharpened inbox` shows them.")
    return [line for text in lines for line in theme.wrapped(text, columns)]


def _plain(value: Any) -> Mapping[str, Any]:
    """Return a NamedTuple of the document as the mapping that its JSON is."""
    plain: Mapping[str, Any] = value._asdict() if hasattr(value, "_asdict") else value
    return plain

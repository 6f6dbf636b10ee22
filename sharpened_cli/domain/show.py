"""SI figures in words for people, in the units of their profile."""

from __future__ import annotations

KG_PER_LB = 0.45359237
LB_PER_STONE = 14.0
CM_PER_INCH = 2.54
INCHES_PER_FOOT = 12
METRES_PER_MILE = 1609.344
SHORT_DISTANCE_M = 1000.0


def show_weight(kg: float, units: str = "metric", decimals: int = 1) -> str:
    """Return a weight such as ``82.4 kg`` or ``181.7 lb``."""
    value, unit = (kg / KG_PER_LB, "lb") if units == "imperial" else (kg, "kg")
    return f"{_trimmed(value, decimals)} {unit}"


def weight_in(kg: float, units: str = "metric") -> float:
    """Return a weight in the unit that is shown: kg or lb, unrounded."""
    return kg / KG_PER_LB if units == "imperial" else kg


def show_weight_change(kg: float, units: str = "metric", decimals: int = 2) -> str:
    """Return a change of weight with its sign, such as ``-0.52 kg`` or ``+1.1 lb``."""
    value, unit = (kg / KG_PER_LB, "lb") if units == "imperial" else (kg, "kg")
    rounded = round(value, decimals)
    return f"{rounded:+.{decimals}f} {unit}" if rounded else f"0 {unit}"


def show_height(cm: float, units: str = "metric") -> str:
    """Return a height such as ``180 cm`` or ``5'11"``."""
    if units != "imperial":
        return f"{_trimmed(cm, 1)} cm"
    feet, inches = divmod(round(cm / CM_PER_INCH), INCHES_PER_FOOT)
    return f"{feet}'{inches}\""


def show_length(cm: float, units: str = "metric") -> str:
    """Return a girth such as ``84.5 cm`` or ``33.3 in``."""
    return f"{_trimmed(cm / CM_PER_INCH, 1)} in" if units == "imperial" else f"{_trimmed(cm, 1)} cm"


def show_distance(metres: float, units: str = "metric") -> str:
    """Return a distance such as ``400 m``, ``5.2 km`` or ``3.1 mi``."""
    if units == "imperial":
        return f"{_trimmed(metres / METRES_PER_MILE, 2)} mi"
    if metres < SHORT_DISTANCE_M:
        return f"{_trimmed(metres, 0)} m"
    return f"{_trimmed(metres / SHORT_DISTANCE_M, 2)} km"


def show_duration(seconds: float) -> str:
    """Return a duration such as ``45 s``, ``27:30`` or ``1:02:30``."""
    whole = round(seconds)
    minutes, rest = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours}:{minutes:02d}:{rest:02d}"
    return f"{minutes}:{rest:02d}" if minutes else f"{rest} s"


def _trimmed(value: float, decimals: int) -> str:
    text = f"{value:.{decimals}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text

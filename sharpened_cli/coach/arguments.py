"""What each tool may be asked: the one shape for chat, batch lines and other programs."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

MAX_TEXT = 2000
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=MAX_TEXT)]
Short = Annotated[str, StringConstraints(strip_whitespace=True, max_length=60)]
Scale = Annotated[int, Field(ge=1, le=10)]
Number = Annotated[int, Field(ge=1, le=100_000)]
DAY = "a day: 2026-11-24, today, yesterday, -3d, friday"


class Arguments(BaseModel):
    """The base: unknown fields are refused, values never change their type."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Nothing(Arguments):
    """A tool that needs to be told nothing."""


class Day(Arguments):
    """A day, by default today."""

    date: Short = Field("", description=DAY)


class Weeks(Arguments):
    """How many weeks."""

    weeks: int = Field(8, ge=1, le=104)


class Meal(Arguments):
    """A meal in words, or the number of a planned one."""

    text: str = Field("", max_length=MAX_TEXT, description="what was eaten, in the person's words")
    planned: Number | None = Field(None, description="the number of a planned meal that was eaten")
    meal_type: Literal["breakfast", "lunch", "dinner", "snack", "pre_workout", "post_workout", "other"] | None = None
    date: Short = Field("", description=DAY)
    at: Short = Field("", description="the time of day: 13:30")


class Activity(Arguments):
    """An activity in words, or the number of a planned session that was done."""

    text: str = Field("", max_length=MAX_TEXT, description="what was done, in the person's words")
    planned: Number | None = Field(None, description="the number of a planned session")
    date: Short = Field("", description=DAY)


class Weight(Arguments):
    """A weigh-in as typed."""

    weight: Short = Field(description="82.4kg, 181 lb, 12st 4lb")
    date: Short = Field("", description=DAY)


class Context(Arguments):
    """How the person is on a day; scales from 1 to 10."""

    sleep_hours: float | None = Field(None, ge=0, le=24)
    sleep_quality: Scale | None = None
    stress: Scale | None = None
    soreness: Scale | None = None
    energy: Scale | None = None
    injury: str | None = Field(None, max_length=500)
    notes: str | None = Field(None, max_length=MAX_TEXT)
    date: Short = Field("", description=DAY)


class Adjustment(Arguments):
    """The number of an adjustment; without it the only pending one."""

    number: Number | None = None


class Change(Arguments):
    """The number of an adjustment or a change of the plan."""

    number: Number


class Planned(Arguments):
    """The number of a planned session or meal of a day."""

    number: Number
    date: Short = Field("", description=DAY)
    reason: str = Field("", max_length=500)


class Swap(Arguments):
    """Another exercise in a planned session."""

    number: Short = Field(description="2 or 2.3: the session's number, and the exercise's place in it")
    exercise: Text
    date: Short = Field("", description=DAY)


class Why(Arguments):
    """The number that is asked about."""

    topic: Literal["calories", "protein", "fat", "carbs", "volume", "session", "exercise", "meal", "adjustment"]
    which: Short = Field("", description="a muscle, or a number such as 2 or 2.3")


class Query(Arguments):
    """Words to search for."""

    words: Text

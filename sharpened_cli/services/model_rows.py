"""The form of a model's answer about a turn (pydantic: imported only when a model is asked)."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

MOST_ROWS, LONGEST_VALUE = 40, 300

Table = Literal[
    "user_training_modalities",
    "user_familiar_exercises",
    "user_training_availability",
    "user_preferred_meal_times",
    "user_typical_meal_foods",
    "user_improvement_goals",
    "user_difficulties",
    "user_non_negotiables",
    "user_upcoming_events",
]


class ModelField(BaseModel):
    """One field of a row, as text."""

    model_config = ConfigDict(extra="forbid")

    name: str = Field(max_length=60)
    value: str = Field(max_length=LONGEST_VALUE)


class ModelRow(BaseModel):
    """One fact: its table, the person's exact words, and its fields."""

    model_config = ConfigDict(extra="forbid")

    table: Table
    quote: str = Field(max_length=2000)
    fields: list[ModelField] = Field(max_length=20)

    def values(self) -> dict[str, str]:
        """Return the fields by name."""
        return {one.name: one.value for one in self.fields}


class ModelRows(BaseModel):
    """All facts that a model found."""

    model_config = ConfigDict(extra="forbid")

    rows: list[ModelRow] = Field(max_length=MOST_ROWS)

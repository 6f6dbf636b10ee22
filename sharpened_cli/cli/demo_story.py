"""Eight weeks of a made-up person, told by the commands she types; her body is a small model, her habits are dice."""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from sharpened_cli.cli.stage import without_ids

if TYPE_CHECKING:
    from collections.abc import Callable

    from sharpened_cli.cli.stage import Stage

START = datetime(2026, 1, 5, 6, 45, tzinfo=ZoneInfo("Europe/Berlin"))  # a Monday
DAYS = 56
EMAIL = "maya@example.org"
ONBOARD = (
    "onboard", "--email", EMAIL, "--name", "Maya", "--birth-date", "1991-08-14", "--sex", "female",
    "--height", "168cm", "--weight", "76.4kg", "--goal", "lose_fat", "--target-weight", "70kg",
    "--experience", "novice", "--activity-level", "lightly_active", "--workout-frequency", "3",
    "--session-minutes", "60", "--diet", "none", "--allergies", "peanut", "--meals-per-day", "4",
    "--equipment", "full_gym", "--injuries", "none", "--conditions", "none", "--medications", "none",
    "--units", "metric", "--timezone", "Europe/Berlin",
)  # fmt: skip
INTERVIEW = """I have lifted weights for a year and a half, I would say novice, and I enjoy it. A bit of running too.
Squat 50 kg for 8, bench press 32.5 kg for 8, deadlift 60kg x 6, lat pulldown 40 kg x 10. I hate burpees.
Monday, Wednesday and Friday at 6pm at the gym, one hour. Sundays are for my family.
Breakfast 7:15, lunch 12:30, a snack around 4pm, dinner 19:30.
Oats with banana and yogurt for breakfast, chicken and rice or a salad for lunch, salmon, potatoes, eggs. No mushrooms.
Get from 76 to 70 kg by the end of June, and squat 70 kg. There is a 10k run on 14 June.
I often run out of time in the evening. No allergies except peanuts, no medical problems.
"""

# Her body: what holds her weight, in kcal a day, and what a kilogram of her tissue holds.
HOLDS_KCAL, HOLDS_KCAL_PER_KG, START_KG, KCAL_PER_KG = 2070.0, 18.0, 76.4, 7300.0
UNSEEN_SHARE = 0.05  # of what she eats never reaches her log
SCALE_NOISE_KG = 0.35


class Story:
    """Plays the eight weeks on a stage: told scene by scene, or as a document."""

    def __init__(self, stage: Stage, tell: Callable[[str, str, str], None] | None) -> None:
        """``tell(comment, command, screen)`` is called for what a person should see; None: results are kept instead."""
        self.stage = stage
        self.tell = tell
        self.steps: list[dict[str, Any]] = []
        self.dice = random.Random(2026)  # noqa: S311  # habits, not secrets; the same story every time
        self.weight_kg = START_KG

    def play(self) -> list[dict[str, Any]]:
        """Play it all and return the steps: instant, command and JSON result, without ids."""
        self._at(0)
        self._scene("Maya sets herself up. Every question can also be answered at a prompt.", *ONBOARD)
        self._scene(
            "The interview, here from a script; at a terminal it is a conversation.",
            "consult", "--own-key", "--script", "-", "--yes", stdin=INTERVIEW,
        )  # fmt: skip
        self._scene("The program that was made for her, first week.", "program", "show", "--week", "1")
        self._scene("Why so many calories?", "why", "calories")
        for day in range(DAYS):
            self._day(day)
        self._at(DAYS)
        self._reassess(DAYS)
        self._scene("Eight weeks in pictures.", "progress", "--weeks", "8")
        self._scene("And the way ahead, if she goes on.", "forecast", "--weeks", "4")
        return self.steps

    def _day(self, day: int) -> None:
        self._at(day)
        if day and day % 14 == 0:
            self._reassess(day)
        if self.dice.random() < 0.85:
            kilograms = self.weight_kg + self.dice.gauss(0, SCALE_NOISE_KG)
            self._step(day == 0, "Every morning she steps on the scale.", "weigh", f"{kilograms:.1f}kg")
        self._special(day)
        plan = self.stage.ask("today")
        if day in (0, 2):
            self._scene("What is on today?", "today")
        eaten = self._eat(day, plan)
        self._train(day, plan)
        holds = HOLDS_KCAL + HOLDS_KCAL_PER_KG * (self.weight_kg - START_KG)
        self.weight_kg += (eaten * (1 + UNSEEN_SHARE) - holds) / KCAL_PER_KG

    def _special(self, day: int) -> None:
        if day == 9:
            self._scene("A short night: she says so.", "context", "--sleep", "4.7", "--stress", "8", "--energy", "3")
            self._scene("She agrees with the lighter session.", "approve")
            self._scene("The day as it is now.", "today")
        if day == 16:
            self._swap()
        if day == 30:
            self._scene("Why this many sets for the chest?", "why", "volume", "chest")

    def _swap(self) -> None:
        """Ask for another exercise in the place of the next squat."""
        for days in range(7):
            date = (datetime.fromisoformat(self.stage.now) + timedelta(days=days)).date().isoformat()
            for session in self.stage.ask("today", "--date", date)["sessions"]:
                squats = [item for item in session["exercises"] if "Squat" in item["name"] and not item["is_warmup"]]
                if squats:
                    place = f"{session['number']}.{squats[0]['order']}"
                    comment = "The rack is taken: something else for the same muscles."
                    self._scene(comment, "swap", place, "leg press", "--date", date)
                    return

    def _eat(self, day: int, plan: dict[str, Any]) -> float:
        """Log the day's meals, mostly as planned; return what she really ate in kcal, by her own count."""
        eaten = 0.0
        for meal in plan["meals"]:
            kcal = meal["totals"]["kcal"] or 0.0
            self._at(day, meal["time"])
            mood = self.dice.random()
            if mood < 0.08:
                eaten += kcal * 1.1  # eaten, forgotten in the log
            elif mood < 0.2:
                text = self.dice.choice(FREE_MEALS)
                logged = self._step(day < 2, "She types what she ate.", "log-meal", text, "--yes", "--allow-unknown")
                eaten += logged["totals"]["kcal"]
            else:
                self._step(
                    day == 0 and meal["number"] == plan["meals"][0]["number"],
                    "Ate what was planned: one number.", "log-meal", "--planned", str(meal["number"]),
                )  # fmt: skip
                eaten += kcal
        return eaten

    def _train(self, day: int, plan: dict[str, Any]) -> None:
        for session in plan["sessions"]:
            self._at(day, session["start_time"], minutes=session["duration_minutes"])
            if self.dice.random() < 0.1:
                continue
            text = self._workout(session)
            self._step(
                day in (0, 4), "After training she types it as she would write it down.",
                "log-activity", text, "--planned", str(session["number"]),
            )  # fmt: skip

    def _workout(self, session: dict[str, Any]) -> str:
        lines = []
        for item in session["exercises"]:
            if item["is_warmup"]:
                continue
            reps = item["rep_high"] if self.dice.random() < 0.6 else item["rep_low"]
            if reps is None:
                lines.append(f"{item['name']} {item['sets']}x{item['seconds'] or 60}s")
            else:
                load = f" @ {item['load_kg']:g}kg" if item["load_kg"] else ""
                lines.append(f"{item['name']} {item['sets']}x{reps}{load} rpe 8")
        return ", ".join(lines) or f"{session['name']} {session['duration_minutes']} min"

    def _reassess(self, day: int) -> None:
        week = day // 7
        self._scene(f"Week {week} is over: the fortnight is looked at, and the plan steers.", "reassess")

    def _step(self, shown: bool, comment: str, *arguments: str) -> Any:
        """Run a command, as a scene when ``shown``, and return its document."""
        if shown and self.tell:
            result = self.stage.ask(*arguments, "--dry-run")
            self._scene(comment, *arguments)
            return result
        return self._note(arguments, self.stage.ask(*arguments))

    def _scene(self, comment: str, *arguments: str, stdin: str = "") -> None:
        if self.tell:
            self.tell(comment, " ".join(map(_quoted, arguments)), self.stage.show(*arguments, stdin=stdin))
        else:
            self._note(arguments, self.stage.ask(*arguments, stdin=stdin))

    def _note(self, arguments: tuple[str, ...], result: Any) -> Any:
        if not self.tell:
            self.steps.append({"at": self.stage.now, "command": list(arguments), "result": without_ids(result)})
        return result

    def _at(self, day: int, time: str = "06:45", minutes: int = 0) -> None:
        hour, minute = map(int, time.split(":"))
        moment = (START + timedelta(days=day)).replace(hour=hour, minute=minute) + timedelta(minutes=minutes)
        self.stage.now = moment.isoformat()


FREE_MEALS = (
    "2 slices of pizza and a small beer",
    "chicken salad with olive oil and a bread roll",
    "a bowl of lentil soup and an apple",
    "150g greek yogurt with a handful of almonds",
    "cheese sandwich and a banana",
    "spaghetti bolognese and a glass of red wine",
)


def _quoted(argument: str) -> str:
    return f'"{argument}"' if " " in argument else argument

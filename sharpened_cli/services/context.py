"""Logging how a person is on a day; the judgement follows in the same transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sharpened_cli.clock import as_text
from sharpened_cli.domain.adjustment import DayContext
from sharpened_cli.domain.context_text import flags_in
from sharpened_cli.errors import InputError
from sharpened_cli.ids import new_id
from sharpened_cli.services.adjustment import DailyAdjustmentService
from sharpened_cli.services.flags import FlagService
from sharpened_cli.services.planning import PlanningService
from sharpened_cli.services.today import override_document
from sharpened_cli.store import context

if TYPE_CHECKING:
    from datetime import date

    from sharpened_cli.clock import Clock
    from sharpened_cli.store import Store
    from sharpened_cli.store.users import User


class ContextService(NamedTuple):
    """Keeps one row a day of how a person is."""

    store: Store
    clock: Clock
    user: User

    def log(self, day: date | None = None, **said: Any) -> dict[str, Any]:
        """Store what was said about a day (None = nothing said) and return the judgement as a document.

        A second time on a day adds to the first. Raises InputError when nothing was ever said about the day,
        or when the day is in the future.
        """
        planning = PlanningService(self.store, self.clock, self.user)
        wanted = day or planning.today()
        if wanted > planning.today():
            raise InputError("How you will be cannot be known yet.", code="future_date", hint="Leave --date out.")
        with self.store.transaction():
            before = context.on(self.store, self.user.id, wanted)
            news = {name: value for name, value in said.items() if value is not None}
            if not news and before is None:
                raise InputError(
                    "Nothing was said about that day.",
                    code="nothing_said",
                    hint="Say any of --sleep, --sleep-quality, --stress, --soreness, --energy, --injury, --notes.",
                )
            context_id = before[0] if before else new_id()
            now = (before[1] if before else DayContext(wanted))._replace(**news)
            context.write(
                self.store,
                context_id=context_id,
                user_id=self.user.id,
                context=now,
                at=as_text(self.clock.now()),
                is_new=before is None,
            )
            heard = FlagService(self.store, self.clock, self.user).keep(flags_in(now), "context")
            analysis = DailyAdjustmentService(self.store, self.clock, self.user).analyze_and_adjust(wanted)
        return {
            "context_id": context_id,
            "date": wanted,
            "triggers": [{"reason_code": one.reason_code, "detail": one.detail} for one in analysis.triggers],
            "override": override_document(analysis.override, self.user.timezone) if analysis.override else None,
            "advice": list(dict.fromkeys([*(flag.words for flag in heard), *analysis.advice])),
        }

"""A person's activity templates: saved from what is logged, used by name, offered where one fits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sharpened_cli.clock import as_text
from sharpened_cli.errors import NotThereError
from sharpened_cli.ids import new_id
from sharpened_cli.services.activity_options import template_name
from sharpened_cli.store import activity_templates

if TYPE_CHECKING:
    from sharpened_cli.clock import Clock
    from sharpened_cli.store import Store
    from sharpened_cli.store.activities import ActivityRow
    from sharpened_cli.store.activity_templates import TemplateRow
    from sharpened_cli.store.users import User


class ActivityTemplateService(NamedTuple):
    """Keeps, finds and offers templates of one person."""

    store: Store
    clock: Clock
    user: User

    def all(self) -> dict[str, Any]:
        """Return the person's templates as JSON."""
        with self.store.snapshot():
            rows = activity_templates.all_of(self.store, self.user.id)
        return {
            "templates": [
                {
                    "name": row.template_name,
                    "category": row.category,
                    "text": row.data.get("text", ""),
                    "distance_m": row.data.get("distance_m"),
                    "duration_minutes": row.data.get("minutes"),
                    "use_count": row.use_count,
                    "last_used_at": row.last_used_at,
                }
                for row in rows
            ]
        }

    def remove(self, name: str) -> dict[str, Any]:
        """Delete a template; raises NotThereError."""
        with self.store.transaction():
            template = self.wanted(template_name(name))
            if template is not None:
                activity_templates.remove(self.store, template.id)
            return {"removed": template.template_name if template else None}

    def wanted(self, name: str | None) -> TemplateRow | None:
        """Return the template of a name, None for no name; raises NotThereError with the names there are."""
        if not name:
            return None
        found = activity_templates.find(self.store, self.user.id, name.strip())
        if found is None:
            there = ", ".join(row.template_name for row in activity_templates.all_of(self.store, self.user.id))
            raise NotThereError(
                f"There is no template {name!r}.",
                code="no_such_template",
                hint=f"There are: {there}." if there else "--save-as NAME makes one of what you log.",
            )
        return found

    def used(self, template: TemplateRow) -> None:
        """Count one more use of a template."""
        activity_templates.mark_used(self.store, template, as_text(self.clock.now()))

    def save(self, name: str, text: str, row: ActivityRow) -> None:
        """Keep what was just logged under a name; an earlier template of that name is written over."""
        from sharpened_cli.services.activity_documents import template_data

        activity_templates.save(
            self.store,
            template_id=new_id(),
            user_id=self.user.id,
            name=template_name(name),
            category=row.category,
            data=template_data(text, row, self.user.timezone),
            now=as_text(self.clock.now()),
        )

    def suggestion(self, row: ActivityRow) -> dict[str, Any] | None:
        """Return the template that an activity fits best, with the parts of its score, or None."""
        templates = activity_templates.all_of(self.store, self.user.id)
        if not templates:
            return None
        from sharpened_cli.services.activity_documents import best_template

        return best_template(templates, row, self.user.timezone)

"""A person's activity templates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sharpened_cli.store import Row, Store


class TemplateRow(NamedTuple):
    """One row of activity_templates; ``data`` holds what is logged and what is expected."""

    id: str
    template_name: str
    category: str
    data: Mapping[str, Any]
    use_count: int
    last_used_at: str | None


_COLUMNS = "SELECT id, template_name, category, template_data, use_count, last_used_at FROM activity_templates"


def all_of(store: Store, user_id: str) -> list[TemplateRow]:
    """Return all templates of a person, by name."""
    rows = store.all(f"{_COLUMNS} WHERE user_id = :user_id ORDER BY template_name", {"user_id": user_id})
    return [_template(row) for row in rows]


def find(store: Store, user_id: str, name: str) -> TemplateRow | None:
    """Return the template of a name, letters of either case."""
    row = store.one(
        f"{_COLUMNS} WHERE user_id = :user_id AND template_name = :name", {"user_id": user_id, "name": name}
    )
    return _template(row) if row else None


def save(
    store: Store,
    *,
    template_id: str,
    user_id: str,
    name: str,
    category: str,
    data: Mapping[str, Any],
    now: str,
) -> str:
    """Add a template, or write over the one of that name; return its id."""
    import json

    known = find(store, user_id, name)
    values = {
        "id": known.id if known else template_id,
        "category": category,
        "data": json.dumps(data, ensure_ascii=False, sort_keys=True),
        "now": now,
    }
    if known:
        store.execute(
            "UPDATE main.activity_templates SET category = :category, template_data = :data, updated_at = :now "
            "WHERE id = :id",
            values,
        )
    else:
        store.execute(
            """
            INSERT INTO main.activity_templates
                (id, user_id, template_name, category, template_data, created_at, updated_at)
            VALUES (:id, :user_id, :name, :category, :data, :now, :now)
            """,
            {**values, "user_id": user_id, "name": name},
        )
    return str(values["id"])


def mark_used(store: Store, template: TemplateRow, now: str) -> None:
    """Count one more use of a template."""
    store.execute(
        "UPDATE main.activity_templates SET use_count = :count, last_used_at = :now WHERE id = :id",
        {"id": template.id, "count": template.use_count + 1, "now": now},
    )


def remove(store: Store, template_id: str) -> None:
    """Delete a template; activities that were logged with it stay."""
    store.execute("DELETE FROM main.activity_templates WHERE id = :id", {"id": template_id})


def _template(row: Row) -> TemplateRow:
    import json

    template = TemplateRow(*row)
    return template._replace(data=json.loads(row["template_data"]))
